namespace ServicePolicy.PostgreSql.Deadlines;

/// <summary>A change in the outbox, and how often nobody took it.</summary>
internal readonly record struct OutboxEntry(CaseChange Change, int Tries);
