using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ServicePolicy.Analyzers;

/// <summary>SP1004: the absence of a fact that says of itself no time at which it came to be.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AbsenceTimeAnalyzer : RuleAnalyzer
{
    internal static readonly DiagnosticDescriptor Diagnosis = new(
        "SP1004",
        "An absence ends at no time of its own",
        "{0} came to be at the same instant whichever it is, so that its absence has no time. Let its OpenedAt say when it came to be.",
        RuleWords.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "Without speaks until the case has such a fact: a fact that comes later leaves what was so before. That hangs on its OpenedAt.");

    /// <summary>The analyzer, for the compiler to make.</summary>
    public AbsenceTimeAnalyzer()
        : base(Diagnosis)
    {
    }

    private protected override void Register(AnalysisContext context) => context.RegisterOperationAction(Analyze, OperationKind.Invocation);

    private static void Analyze(OperationAnalysisContext context)
    {
        IInvocationOperation call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: "Without", TypeArguments: { Length: 1 } types } && types[0] is INamedTypeSymbol absent && RuleWords.IsRule(call.TargetMethod.ContainingType)
            && OpenedAt(absent) is { } opened && opened.DeclaringSyntaxReferences.Any(declared => IsFixed(declared.GetSyntax(context.CancellationToken))))
        {
            context.ReportDiagnostic(Diagnostic.Create(Diagnosis, call.Syntax.GetLocation(), absent.Name));
        }
    }

    private static ISymbol? OpenedAt(INamedTypeSymbol fact) =>
        fact.AllInterfaces.FirstOrDefault(each => each.ToDisplayString() == "ServicePolicy.IFact")?.GetMembers("OpenedAt").FirstOrDefault() is { } wanted
            ? fact.FindImplementationForInterfaceMember(wanted)
            : null;

    /// <summary>Whether a property is a constant of every fact: the default, or an end of time.</summary>
    private static bool IsFixed(SyntaxNode declared) => declared is PropertyDeclarationSyntax { ExpressionBody.Expression: { } value }
        && (value.IsKind(SyntaxKind.DefaultLiteralExpression) || value.IsKind(SyntaxKind.DefaultExpression)
            || value is MemberAccessExpressionSyntax { Name.Identifier.Text: "MinValue" or "MaxValue" });
}
