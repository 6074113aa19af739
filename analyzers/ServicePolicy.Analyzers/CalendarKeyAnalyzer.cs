using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ServicePolicy.Analyzers;

/// <summary>SP1005: a calendar's key that is a slip or two away from one that the program makes.</summary>
/// <remarks>Calendars come from configuration too, so a key that is like none here is not told.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CalendarKeyAnalyzer : RuleAnalyzer
{
    private const string AlwaysOpen = "24x7";

    internal static readonly DiagnosticDescriptor Diagnosis = new(
        "SP1005",
        "A calendar is misspelt",
        "There is no calendar '{0}' here. Perhaps '{1}' is meant.",
        RuleWords.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "On a calendar that is not there nobody can tell when a limit is due: what hangs on it is indeterminate.",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>The analyzer, for the compiler to make.</summary>
    public CalendarKeyAnalyzer()
        : base(Diagnosis)
    {
    }

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("ServicePolicy.IFact") is not { } fact)
            {
                return;
            }

            ConcurrentDictionary<string, byte> made = new(StringComparer.Ordinal);
            ConcurrentBag<(string Key, Location At)> named = [];
            start.RegisterOperationAction(each => Collect(((IInvocationOperation)each.Operation).Arguments, made, named), OperationKind.Invocation);
            start.RegisterOperationAction(each => Collect((ISimpleAssignmentOperation)each.Operation, fact, made, named), OperationKind.SimpleAssignment);
            start.RegisterCompilationEndAction(end =>
            {
                foreach ((string key, Location at) in named.Where(each => each.Key != AlwaysOpen && !made.ContainsKey(each.Key)))
                {
                    if (Spelling.Nearest(key, made.Keys.Append(AlwaysOpen)) is { } near)
                    {
                        end.ReportDiagnostic(Diagnostic.Create(Diagnosis, at, key, near));
                    }
                }
            });
        });
    }

    /// <summary>The keys in a call: those of calendars that it makes, and those that it names.</summary>
    private static void Collect(ImmutableArray<IArgumentOperation> arguments, ConcurrentDictionary<string, byte> made, ConcurrentBag<(string Key, Location At)> named)
    {
        foreach (IArgumentOperation argument in arguments.Where(argument => argument.Parameter is { Name: "key" or "calendar" } given && IsOurs(given.ContainingType)))
        {
            foreach ((string text, IOperation at) in RuleWords.Texts(argument.Value))
            {
                Add(text, at, argument.Parameter!.Name == "key", made, named);
            }
        }
    }

    /// <summary>The key of a calendar that is described, or the one that a fact names.</summary>
    private static void Collect(ISimpleAssignmentOperation set, INamedTypeSymbol fact, ConcurrentDictionary<string, byte> made, ConcurrentBag<(string Key, Location At)> named)
    {
        if (set.Target is IPropertyReferenceOperation { Property: { Name: "Key" or "Calendar" } property }
            && (property.Name == "Key" ? property.ContainingType.Name == "CalendarDefinition" && IsOurs(property.ContainingType) : property.ContainingType.AllInterfaces.Contains(fact, SymbolEqualityComparer.Default)))
        {
            foreach ((string text, IOperation at) in RuleWords.Texts(set.Value))
            {
                Add(text, at, property.Name == "Key", made, named);
            }
        }
    }

    private static void Add(string text, IOperation at, bool makes, ConcurrentDictionary<string, byte> made, ConcurrentBag<(string Key, Location At)> named)
    {
        if (makes)
        {
            made[text] = 0;
        }
        else
        {
            named.Add((text, at.Syntax.GetLocation()));
        }
    }

    private static bool IsOurs(INamedTypeSymbol type) => type.ContainingAssembly?.Name == "ServicePolicy" && type.ContainingNamespace?.ToDisplayString() is "ServicePolicy.Time.Calendars" or "ServicePolicy.Rules";
}
