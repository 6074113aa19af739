using BenchmarkDotNet.Running;
using ServicePolicy.Benchmarks.Compare;
using ServicePolicy.Benchmarks.Sessions;

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
        ClockComparison.Run(Console.Out);
        FamilyComparison.Run(Console.Out);
        SessionComparison.Run(Console.Out);
        break;
    case ["json"]:
        JsonComparison.Run(Console.Out);
        break;
    case ["clocks"]:
        ClockComparison.Run(Console.Out);
        break;
    case ["curves", .. string[] kinds]:
        CurveComparison.Run(kinds, Console.Out);
        break;
    case ["families"]:
        FamilyComparison.Run(Console.Out);
        break;
    case ["scaling"]:
        ScalingComparison.Run(Console.Out);
        break;
    case ["sessions"]:
        SessionComparison.Run(Console.Out);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
