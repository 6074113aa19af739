namespace ServicePolicy.Credentials;

/// <summary>How an account stands with reminders to change its password.</summary>
internal enum ReminderState : byte
{
    /// <summary>Its operator was reminded, or it was created, within the limit.</summary>
    Reminded,

    /// <summary>A reminder is overdue.</summary>
    Overdue,
}
