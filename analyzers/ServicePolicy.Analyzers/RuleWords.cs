using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ServicePolicy.Analyzers;

/// <summary>What the analyzers know of the words in which rules are written.</summary>
internal static class RuleWords
{
    public const string Category = "Rules";

    private const string Namespace = "ServicePolicy.Rules";

    /// <summary>Whether a type is a rule that is being written.</summary>
    public static bool IsRule(ITypeSymbol? type) => type is { Name: "RuleStart" or "RuleBuilder" or "RuleByFigure" } && IsOurs(type);

    /// <summary>Whether a type is one of the words.</summary>
    public static bool IsOurs(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() == Namespace && type.ContainingAssembly?.Name == "ServicePolicy";

    /// <summary>What a chain of calls begins with.</summary>
    public static IOperation Beginning(IOperation chain)
    {
        while (chain is IInvocationOperation { Instance: { } before } && IsRule(before.Type))
        {
            chain = before;
        }

        return chain;
    }

    /// <summary>The constant texts that an argument has: one, or those of a list.</summary>
    public static IEnumerable<(string Text, IOperation At)> Texts(IOperation argument) => argument switch
    {
        { ConstantValue: { HasValue: true, Value: string text } } => [(text, argument)],
        IConversionOperation conversion => Texts(conversion.Operand),
        IArrayCreationOperation { Initializer: { } items } => items.ElementValues.SelectMany(Texts),
        ICollectionExpressionOperation list => list.Elements.SelectMany(Texts),
        _ => [],
    };
}
