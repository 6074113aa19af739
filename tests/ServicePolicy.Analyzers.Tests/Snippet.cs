using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace ServicePolicy.Analyzers.Tests;

/// <summary>Rules in the constructor of a rule set, compiled as a host's program is.</summary>
internal static class Snippet
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file)),
    ];

    /// <summary>What an analyzer says: the Id, the text it is about, and the message.</summary>
    public static async Task<IReadOnlyList<(string Id, string At, string Message)>> Diagnose(DiagnosticAnalyzer analyzer, string rules, string more = "")
    {
        string text = $$"""
            using System;
            using System.Collections.Generic;
            using NodaTime;
            using ServicePolicy;
            using ServicePolicy.Complaints;
            using ServicePolicy.Rules;
            using ServicePolicy.Time;

            public sealed record Visit : IFact
            {
                public required string Id { get; init; }
                public required Instant AgreedFor { get; init; }
                public string? ComplaintId { get; init; }
                public YesNo CustomerWasThere { get; init; }
                Instant IFact.OpenedAt => AgreedFor;
            }

            public sealed record Note(string Id) : IFact
            {
                Instant IFact.OpenedAt => Instant.MinValue;
            }

            public sealed class VisitRules : RuleSet
            {
                public VisitRules()
                    : base("Visits", new Standard("ACME-01", Severity.Major, "ACME 1"), new Standard("ACME-02", Severity.Major, "ACME 2"))
                {
                    {{rules}}
                }
            }

            {{more}}
            """;
        CSharpCompilation program = CSharpCompilation.Create(
            "Host",
            [CSharpSyntaxTree.ParseText(text)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        Assert.Empty(program.GetDiagnostics().Where(said => said.Severity == DiagnosticSeverity.Error));
        ImmutableArray<Diagnostic> found = await program.WithAnalyzers([analyzer]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.OrderBy(said => said.Location.SourceSpan.Start).Select(said => (said.Id, text.Substring(said.Location.SourceSpan.Start, said.Location.SourceSpan.Length), said.GetMessage(System.Globalization.CultureInfo.InvariantCulture)))];
    }
}
