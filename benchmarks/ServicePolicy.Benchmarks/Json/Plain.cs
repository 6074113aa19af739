using NodaTime;

namespace ServicePolicy.Benchmarks.Json;

/// <summary>Records that say the same in JSON as a complaint and a decision of the library, as one would write them for System.Text.Json alone.</summary>
internal static class Plain
{
    public enum Tier : byte
    {
        Unknown,
        Ordinary,
        GoTone,
        Vip,
    }

    public enum Filer : byte
    {
        Unknown,
        AccountHolder,
        SomeoneElse,
    }

    /// <summary>As many properties as the fact has; what a text leaves out is null or unknown.</summary>
    public sealed record Complaint
    {
        public required string Type { get; init; }

        public required string Id { get; init; }

        public required Instant ReceivedAt { get; init; }

        public Tier Tier { get; init; }

        public Filer FiledBy { get; init; }

        public string? Ticket { get; init; }

        public string? Scope { get; init; }

        public Instant? FirstReply { get; init; }

        public Instant? Resolved { get; init; }

        public Interval[]? Suspended { get; init; }

        public Instant? Referred { get; init; }

        public string? ReferredTo { get; init; }

        public Instant? NotSettledOnTheSpot { get; init; }

        public string? HallStars { get; init; }

        public string? KeyCustomer { get; init; }

        public Instant? KeyCustomerContacted { get; init; }

        public string? Valid { get; init; }
    }

    public sealed record Decision(Key Case, Instant AsOf, PolicyOutcome Outcome, Change NextChange, int[] Deciding, Finding[] Findings, Version Version);

    public sealed record Key(string Type, string Id);

    public sealed record Change(NextChangeKind Kind, Instant? At);

    public sealed record Finding(string Standard, FindingKind Kind, FindingState? State, Key Subject, string Severity, Stretch Holds, Margin? Margin, string[]? Inputs, string Message);

    public sealed record Stretch
    {
        [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)]
        public Instant? Start { get; init; }

        [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)]
        public Instant? End { get; init; }
    }

    /// <summary>Lengths of time are text already: no converter of NodaTime writes those that are below zero as ISO 8601 with one sign.</summary>
    public sealed record Margin(Instant? Start, string? Limit, Instant? Due, Instant? Done, string? Elapsed, string? Slack);

    public sealed record Version(string Edition, string Catalogue, string TimeZones);
}
