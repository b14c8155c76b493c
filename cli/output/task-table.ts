// Tasks as a table that fits the terminal: the columns that have room, or some lines for each task in a narrow terminal.

import type { Task } from "sfs-turbo-tasks";
import type { Screen } from "../terminal/screen.js";
import { visible } from "../terminal/visible.js";
import { cut, pad, widthOf, wrap } from "../terminal/width.js";
import { colourOf, placeOf, took } from "./task-words.js";
import type { Zone } from "./time.js";

const GAP = 2;

/** The width of the widest documented status: a task that is listed as DOING ends as SUCCESS. */
const STATUS = 8;

/** The widths of an id, of the widest type, and of a time of some hours: later rows of a growing table may need them. */
const LATER = { task: 36, type: 15, took: 8 };

/** The least width of a directory. */
const DIRECTORY = 12;

interface Column {
  readonly title: string;
  readonly width: number;
  cell(task: Task): string;
}

/** Writes tasks below each other. The first tasks decide the columns. */
export class TaskTable {
  readonly #screen: Screen;
  readonly #zone: Zone;
  readonly #comesWhole: boolean;
  #columns: readonly Column[] | undefined;

  /** @param comesWhole Whether no task is added later, so no room has to be kept for one. */
  constructor(screen: Screen, zone: Zone, comesWhole: boolean) {
    this.#screen = screen;
    this.#zone = zone;
    this.#comesWhole = comesWhole;
  }

  add(tasks: readonly Task[]): void {
    if (tasks.length === 0) return;
    const { width } = this.#screen;
    if (this.#columns === undefined) {
      this.#columns = this.#choose(tasks, width);
      if (this.#columns.length > 1) this.#titles(this.#columns);
    }
    for (const task of tasks) {
      const cells = this.#cells(this.#columns, task, width);
      if (cells) this.#row(cells, task, width);
      else this.#block(task, width);
    }
  }

  /** The columns, most important first. The first two are in every table. */
  #choose(tasks: readonly Task[], width: number): Column[] {
    const zone = this.#zone;
    const later = this.#comesWhole ? { task: 0, type: 0, took: 0 } : LATER;
    const cells: [title: string, cell: (task: Task) => string, least?: number][] = [
      ["task", ({ taskId }) => visible(taskId), later.task],
      ["status", ({ status }) => visible(status), STATUS],
      ["type", ({ type }) => visible(type), later.type],
      [`started (${zone.name})`, ({ startTime }) => (startTime ? zone.write(startTime) : "")],
      ["took", took, later.took],
      ["directory", placeOf, this.#comesWhole ? 0 : Number.POSITIVE_INFINITY],
    ];
    const columns: Column[] = [];
    let room = width;
    for (const [title, cell, least = 0] of cells) {
      const content = Math.max(least, ...tasks.map((task) => widthOf(cell(task))));
      const own = Math.max(widthOf(title), content);
      const left = room - (columns.length === 0 ? 0 : GAP);
      if (own <= left || (title === "directory" && left >= DIRECTORY)) {
        const taken = Math.min(own, left);
        columns.push({ title, cell, width: taken });
        room = left - taken;
      } else if (columns.length < 2) return columns.slice(0, 1);
    }
    return columns;
  }

  #titles(columns: readonly Column[]): void {
    const last = columns.length - 1;
    const cells = columns.map(({ title, width }, index) => {
      const shown = cut(title, width);
      return index === last ? shown : pad(shown, width);
    });
    this.#screen.data(`${this.#screen.dataStyle("bold", cells.join(" ".repeat(GAP)).trimEnd())}\n`);
  }

  /** The cells of a row; `undefined` if they do not fit. */
  #cells(columns: readonly Column[], task: Task, width: number): string[] | undefined {
    if (columns.length < 2) return undefined;
    const cells: string[] = [];
    let room = width;
    for (const [index, { title, cell, width: own }] of columns.entries()) {
      if (index > 0) room -= GAP;
      const whole = cell(task);
      const isPlace = title === "directory";
      if (isPlace && room < Math.min(DIRECTORY, widthOf(whole))) return undefined;
      const text = isPlace ? cut(whole, Math.min(own, room)) : whole;
      const padded = index === columns.length - 1 ? text : pad(text, own);
      room -= widthOf(padded);
      if (room < 0) return undefined;
      cells.push(title === "status" ? this.#coloured(task, padded) : padded);
    }
    return cells;
  }

  #row(cells: readonly string[], task: Task, width: number): void {
    this.#screen.data(`${cells.join(" ".repeat(GAP)).trimEnd()}\n`);
    this.#message(task, width);
  }

  #block(task: Task, width: number): void {
    const { startTime } = task;
    const place = placeOf(task);
    const time = took(task);
    this.#screen.data(`${visible(task.taskId)}\n`);
    this.#screen.data(`  ${this.#coloured(task, visible(task.status))}  ${visible(task.type)}\n`);
    const lines = [
      place,
      startTime ? `${this.#zone.write(startTime)}${time && `, took ${time}`}` : "",
      startTime ? `(${this.#zone.name})` : "",
    ];
    for (const line of lines) this.#indented(line, width);
    this.#message(task, width);
  }

  #message({ message }: Task, width: number): void {
    this.#indented(visible(message), width);
  }

  #indented(text: string, width: number): void {
    if (text === "") return;
    for (const line of wrap(text, width - GAP)) this.#screen.data(`${" ".repeat(GAP)}${line}\n`);
  }

  #coloured({ status }: Task, text: string): string {
    const colour = colourOf(status);
    return colour ? this.#screen.dataStyle(colour, text) : text;
  }
}
