export interface Audit {
  add(entry: {
    readonly teamId: string;
    readonly at: number;
    readonly userId: string;
    readonly action: string;
    readonly subject: string;
  }): Promise<void>;
}
