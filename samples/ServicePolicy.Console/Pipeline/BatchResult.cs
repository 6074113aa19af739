using System.Buffers;
using ServicePolicy.Samples.Output;

namespace ServicePolicy.Samples.Pipeline;

/// <summary>What came of a batch of cases.</summary>
/// <param name="Lines">The decisions, in whole lines of UTF-8.</param>
/// <param name="Messages">What is wrong with cases that were not decided, and what was done to those that were.</param>
/// <param name="Tally">The counts.</param>
/// <param name="IsWhole">Whether every case of it was gone through; not so where the run was interrupted.</param>
internal sealed record BatchResult(ArrayBufferWriter<byte> Lines, IReadOnlyList<Message> Messages, Tally Tally, bool IsWhole);
