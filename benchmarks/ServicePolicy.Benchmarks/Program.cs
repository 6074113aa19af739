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
        ScalingComparison.Run(Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
