// Writes the content of custom-elements.json in the form that JetBrains' editors read: `web-types.json`.
// @ts-check

/**
 * @typedef {{ name: string, description?: string, type?: { text: string }, kind?: string, readonly?: boolean }} Described
 * @typedef {object} Declaration
 * @property {string} name
 * @property {string} tagName
 * @property {string} description
 * @property {Described[]} attributes
 * @property {Described[]} members
 * @property {Described[]} events
 * @property {Described[]} slots
 * @property {Described[]} cssParts
 * @property {Described[]} cssProperties
 * @property {Described[]} [cssStates]
 */

/**
 * @param {{ modules: { declarations: Declaration[] }[] }} manifest of custom elements
 * @param {{ name: string, version: string }} library
 */
export function webTypesOf({ modules }, { name, version }) {
  return {
    $schema: "https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json",
    name,
    version,
    "js-types-syntax": "typescript",
    "description-markup": "markdown",
    contributions: {
      html: {
        elements: modules.flatMap(({ declarations }) => declarations).map((it) => elementOf(it, name)),
      },
    },
  };
}

/**
 * @param {Declaration} declaration
 * @param {string} library
 */
function elementOf({ name, tagName, description, attributes, members, events, slots, ...css }, library) {
  return {
    name: tagName,
    description,
    source: { module: `${library}/element`, symbol: name },
    attributes: attributes.map((attribute) => ({
      ...said(attribute),
      value: { type: attribute.type?.text },
    })),
    slots: slots.map(said),
    js: {
      properties: members.filter(({ kind }) => kind === "field").map(property),
      events: events.map((event) => ({ ...said(event), type: event.type?.text })),
    },
    css: {
      properties: css.cssProperties.map(said),
      "pseudo-elements": css.cssParts.map((part) => ({ ...said(part), name: `part(${part.name})` })),
      "pseudo-classes": (css.cssStates ?? []).map((state) => ({
        ...said(state),
        name: `state(${state.name})`,
      })),
    },
  };
}

/** @param {Described} described */
function said({ name, description }) {
  return { name, description };
}

/** @param {Described} member */
function property(member) {
  return {
    ...said(member),
    type: member.type?.text,
    ...(member.readonly ? { "read-only": true } : {}),
  };
}
