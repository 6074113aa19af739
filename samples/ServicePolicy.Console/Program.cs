using System.Text;
using ServicePolicy.Samples;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using Interruption interruption = new();
using Stream input = Console.OpenStandardInput(), output = Console.OpenStandardOutput();
return new Terminal(input, output, Console.Error, !Console.IsErrorRedirected && Console.IsOutputRedirected, interruption.Token).Run(args);
