using System.Text;
using ServicePolicy.Samples;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using StreamWriter output = new(Console.OpenStandardOutput(), Console.OutputEncoding, 1 << 16);
return new Terminal(output, Console.Error, !Console.IsErrorRedirected && Console.IsOutputRedirected).Run(args);
