using System.Buffers;
using ServicePolicy.Serialization;

namespace ServicePolicy.Samples.Input;

/// <summary>Whole lines of JSON Lines; the buffer goes back to its pool when they are read.</summary>
internal sealed class JsonLinesBatch(string file, byte[] buffer, int length, int firstLine) : ICaseBatch
{
    public IEnumerable<Reading> Read()
    {
        int line = firstLine;
        for (int start = 0; start < length; line++)
        {
            int end = buffer.AsSpan(start, length - start).IndexOf((byte)'\n');
            int next = end < 0 ? length : start + end + 1;
            int text = buffer.AsSpan(start, next - start).TrimEnd(" \t\r\n"u8).Length;
            if (text > 0)
            {
                yield return Case(start, text, line);
            }

            start = next;
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    private Reading Case(int start, int count, int line)
    {
        if (count > JsonLinesSource.Longest)
        {
            return JsonLinesSource.TooLong(file, line);
        }

        try
        {
            return new Reading(PolicyJson.ReadCase(buffer.AsSpan(start, count), line: line), null, new Place(file, line, 1));
        }
        catch (FactFormatException error)
        {
            return new Reading(null, error.Message, new Place(file, error.Line, error.Column));
        }
    }
}
