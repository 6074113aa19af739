using BenchmarkDotNet.Running;
using ServicePolicy.Benchmarks.Compare;

if (args is ["compare"])
{
    TenRulesComparison.Run(Console.Out);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
