using System.Text;

namespace ServicePolicy.Samples.Tables;

/// <summary>How a table is written down.</summary>
/// <param name="Delimiter">What stands between cells.</param>
/// <param name="Encoding">The encoding; UTF-8, or what a byte-order mark says, where it is null.</param>
/// <param name="HidesValues">Whether there are secrets in it, so that no message shows any of its values.</param>
internal sealed record TableForm(char Delimiter, Encoding? Encoding, bool HidesValues);
