using ServicePolicy.PostgreSql.Benchmarks;

// Without arguments: everything but many open cases. large N: with N of them. Other words are the processes that these start.
switch (args)
{
    case []:
        await Comparison.RunAsync();
        break;
    case ["large", string count]:
        await LargeComparison.RunAsync(long.Parse(count, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["register", ..]:
        await Registering.RunAsync(args[1..]);
        break;
    case ["watch", ..]:
        await Watching.RunAsync(args[1..]);
        break;
    case ["gates", ..]:
        await GateTries.RunAsync(args[1..]);
        break;
    default:
        Console.Error.WriteLine($"'{string.Join(' ', args)}' is nothing to measure. Give nothing, or: large 5000000.");
        return 1;
}

return 0;
