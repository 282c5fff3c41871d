/** What the Applications of a component apply. */
import { dirname } from 'node:path/posix';
import type { ApplicationSetSpecTemplateSpec } from '../../../imports/argoproj.io';
import type { ArgoCdModel } from '../../model/types';
import { anyOf, type Component, watched } from './components';
import { clusterDirectory } from './generators';
import type { Delivery } from './settings';

/** Values come from a source of their own: one that both lends values and brings manifests is not checked for changes. */
export function sources(
  argocd: ArgoCdModel,
  component: Component,
  delivery: Delivery,
): Pick<ApplicationSetSpecTemplateSpec, 'source' | 'sources'> {
  const { repoURL, targetRevision } = argocd;
  const git = { repoURL, targetRevision };
  const directory = clusterDirectory(argocd, delivery);
  const objects = { ...git, path: directory, ...tool(component, delivery) };
  if (component.chart === undefined) return { source: objects };
  const chartName = `{{ .charts.${component.chart} }}`;
  const helmChart = {
    repoURL: '{{ .charts.repoURL }}',
    chart: chartName,
    targetRevision: '{{ .charts.version }}',
    helm: { releaseName: chartName, valueFiles: [`$values/${directory}/${component.name}/values.yaml`] },
  };
  return { sources: [helmChart, { ...git, ref: 'values' }, ...(component.include ? [objects] : [])] };
}

/** The files of the directory, or the plugin that renders the same objects from the description. */
function tool({ name, include, exclude }: Component, { cmp }: Delivery) {
  if (cmp === undefined) {
    // `jsonnet` as the controller writes it, see generators.ts.
    const directory = { recurse: true, include: include && anyOf(include), exclude: exclude && anyOf(exclude) };
    return { directory: { ...directory, jsonnet: {} } };
  }
  const parameters = [
    { name: 'cluster', string: '{{ .name }}' },
    { name: 'components', array: [name] },
    { name: 'fleet', string: cmp.fleet },
  ];
  return { plugin: { name: cmp.name, parameters } };
}

/**
 * What to watch for changes. What the plugin renders depends on the description, and on files beside it that it names; none
 * where that is the root of the repository: every commit renders again then.
 */
export function watchedPaths(component: Component, directory: string, { cmp }: Delivery): string | undefined {
  const rendered = component.chart === undefined || component.include !== undefined;
  if (cmp === undefined || !rendered) return watched(component, directory);
  const description = /\.(ya?ml|json)$/i.test(cmp.fleet) ? dirname(cmp.fleet) : cmp.fleet;
  if (description === '.') return undefined;
  return component.chart === undefined
    ? `/${description}`
    : `/${description};${watched({ ...component, include: [] }, directory)}`;
}
