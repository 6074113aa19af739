using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ServicePolicy.Analyzers;

/// <summary>Looks at one kind of operation of the code that people write, and has one thing to say of it.</summary>
public abstract class RuleAnalyzer : DiagnosticAnalyzer
{
    private readonly OperationKind kind;

    private protected RuleAnalyzer(DiagnosticDescriptor diagnosis, OperationKind kind)
    {
        SupportedDiagnostics = [diagnosis];
        this.kind = kind;
    }

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterOperationAction(Analyze, kind);
    }

    private protected abstract void Analyze(OperationAnalysisContext context);
}
