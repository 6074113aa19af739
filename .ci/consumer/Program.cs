using ServicePolicy;

Console.WriteLine(typeof(Standard));
