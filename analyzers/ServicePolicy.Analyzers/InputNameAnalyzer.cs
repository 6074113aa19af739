using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ServicePolicy.Analyzers;

/// <summary>SP1003: an input that a condition is said to need, and that no fact of the rule has.</summary>
/// <remarks>A fact itself may be what is missing, and is named by its type.</remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InputNameAnalyzer : RuleAnalyzer
{
    internal static readonly DiagnosticDescriptor Diagnosis = new(
        "SP1003",
        "An input is no property of the rule's facts",
        "'{0}' is no property of {1}. Name the one that is missing where the condition cannot be answered, with nameof.",
        RuleWords.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "A finding that cannot be told names the missing input. Whoever reads the name looks for it in the fact.");

    /// <summary>The analyzer, for the compiler to make.</summary>
    public InputNameAnalyzer()
        : base(Diagnosis)
    {
    }

    private protected override void Register(AnalysisContext context) => context.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (!RuleWords.IsRule(call.TargetMethod.ContainingType) || call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "needs") is not { ArgumentKind: ArgumentKind.Explicit } needs)
        {
            return;
        }

        ITypeSymbol[] facts = [.. call.TargetMethod.ContainingType.TypeArguments.Select(Fact)];
        foreach ((string text, IOperation at) in RuleWords.Texts(needs.Value).Where(name => !facts.Any(fact => fact.Name == name.Text || Has(fact, name.Text))))
        {
            context.ReportDiagnostic(Diagnostic.Create(Diagnosis, at.Syntax.GetLocation(), text, string.Join(" or ", facts.Select(fact => fact.Name))));
        }
    }

    /// <summary>The fact, or what a list has.</summary>
    private static ITypeSymbol Fact(ITypeSymbol type) => type is INamedTypeSymbol { Name: "IReadOnlyList", TypeArguments: { Length: 1 } items } ? items[0] : type;

    private static bool Has(ITypeSymbol fact, string name)
    {
        for (ITypeSymbol? type = fact; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).Any(member => member is IPropertySymbol))
            {
                return true;
            }
        }

        // Of a type parameter nothing more is known.
        return fact is ITypeParameterSymbol || fact.AllInterfaces.Any(each => each.GetMembers(name).Length > 0);
    }
}
