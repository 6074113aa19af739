using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ServicePolicy.Analyzers;

/// <summary>SP1001: a rule that is begun and not ended finds nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RuleEndAnalyzer : RuleAnalyzer
{
    internal static readonly DiagnosticDescriptor Diagnosis = new(
        "SP1001",
        "A rule has no end",
        "The rule {0} finds nothing. End it with Yield.",
        RuleWords.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An engine refuses a rule without an end when it is built (SP0006).");

    /// <summary>The analyzer, for the compiler to make.</summary>
    public RuleEndAnalyzer()
        : base(Diagnosis)
    {
    }

    private protected override void Register(AnalysisContext context) => context.RegisterOperationAction(Analyze, OperationKind.ExpressionStatement);

    private static void Analyze(OperationAnalysisContext context)
    {
        IOperation said = ((IExpressionStatementOperation)context.Operation).Operation;
        if (RuleWords.IsRule(said.Type) && RuleWords.Beginning(said) is IInvocationOperation begun)
        {
            string name = begun.Arguments.SelectMany(argument => RuleWords.Texts(argument.Value)).Select(text => $"'{text.Text}'").FirstOrDefault() ?? "here";
            context.ReportDiagnostic(Diagnostic.Create(Diagnosis, said.Syntax.GetLocation(), name));
        }
    }
}
