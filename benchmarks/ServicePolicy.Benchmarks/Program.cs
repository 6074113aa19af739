using BenchmarkDotNet.Running;
using ServicePolicy.Benchmarks.Compare;

switch (args)
{
    case ["empty"]:
        break;
    case ["first-decision"]:
        Console.WriteLine(ScalingComparison.FirstDecision());
        break;
    case ["compare"]:
        TenRulesComparison.Run(Console.Out);
        JsonComparison.Run(Console.Out);
        ScalingComparison.Run(Console.Out);
#if HAS_NRULES
        ServicePolicy.Benchmarks.Sessions.SessionComparison.Run(Console.Out);
#endif
        break;
    case ["json"]:
        JsonComparison.Run(Console.Out);
        break;
#if HAS_NRULES
    case ["sessions"]:
        ServicePolicy.Benchmarks.Sessions.SessionComparison.Run(Console.Out);
        break;
#endif
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
