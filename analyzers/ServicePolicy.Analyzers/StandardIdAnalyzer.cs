using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ServicePolicy.Analyzers;

/// <summary>SP1002: an Id that is no standard's.</summary>
/// <remarks>
/// Only Ids whose prefix is known are looked at: one of the library's families, or one whose standards the program makes, all of them with constant Ids. A standard
/// with another prefix may come from anywhere.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StandardIdAnalyzer : RuleAnalyzer
{
    internal static readonly DiagnosticDescriptor Diagnosis = new(
        "SP1002",
        "A standard is unknown",
        "There is no standard '{0}'.{1}",
        RuleWords.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        "An engine refuses a rule of an unknown standard when it is built (SP0002, SP0003), and a switch of one (SP0015).",
        customTags: WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>The analyzer, for the compiler to make.</summary>
    public StandardIdAnalyzer()
        : base(Diagnosis)
    {
    }

    private protected override void Register(AnalysisContext context)
    {
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName("ServicePolicy.Standard") is not { } standard)
            {
                return;
            }

            ConcurrentDictionary<string, byte> own = new(StringComparer.Ordinal);
            ConcurrentBag<(string Id, Location At)> named = [];
            bool computed = false;
            start.RegisterOperationAction(
                each =>
                {
                    IObjectCreationOperation made = (IObjectCreationOperation)each.Operation;
                    if (SymbolEqualityComparer.Default.Equals(made.Type, standard) && made.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "Id") is { } id)
                    {
                        foreach ((string text, _) in RuleWords.Texts(id.Value))
                        {
                            own[text] = 0;
                        }

                        computed |= !id.Value.ConstantValue.HasValue;
                    }
                },
                OperationKind.ObjectCreation);
            start.RegisterOperationAction(each => Collect((IInvocationOperation)each.Operation, named), OperationKind.Invocation);
            start.RegisterCompilationEndAction(end =>
            {
                HashSet<string> prefixes = [.. StandardIds.All.Select(Prefix), .. computed ? [] : own.Keys.Select(Prefix)];
                string[] known = [.. StandardIds.All, .. own.Keys];
                foreach ((string id, Location at) in named.Where(each => each.Id.IndexOf('-') > 0 && prefixes.Contains(Prefix(each.Id)) && !known.Contains(each.Id)))
                {
                    end.ReportDiagnostic(Diagnostic.Create(Diagnosis, at, id, Suggest(id, known)));
                }
            });
        });
    }

    /// <summary>The Ids that a call of the library's is given.</summary>
    private static void Collect(IInvocationOperation call, ConcurrentBag<(string Id, Location At)> named)
    {
        if (call.TargetMethod.ContainingAssembly?.Name != "ServicePolicy")
        {
            return;
        }

        bool switches = call.TargetMethod.Name == "SwitchOff";
        foreach (IArgumentOperation argument in call.Arguments.Where(argument => argument.Parameter is { Name: "standard" or "standards" } || switches))
        {
            foreach ((string text, IOperation at) in RuleWords.Texts(argument.Value))
            {
                named.Add((text, at.Syntax.GetLocation()));
            }
        }
    }

    private static string Prefix(string id) => id.Split('-')[0].ToUpperInvariant();

    private static string Suggest(string id, string[] known) => Spelling.Nearest(id, known.Where(each => Prefix(each) == Prefix(id))) is { } near
        ? $" Did you mean '{near}'?"
        : " Name one of the catalogue, or make it in the constructor of a rule set.";
}
