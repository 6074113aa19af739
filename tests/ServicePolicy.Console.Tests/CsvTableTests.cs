using System.Text;
using ServicePolicy.Samples.Input;
using ServicePolicy.Samples.Tables;
using Xunit;

namespace ServicePolicy.Samples.Tests;

public sealed class CsvTableTests
{
    private static readonly string[] Names = ["id", "text"];

    [Fact]
    public void Read_StrayQuotationMark_RefusesThatRowAndNoneAfterIt()
    {
        Assert.Equal(
            [
                "1|a",
                "3:1: The row cannot be read: a quotation mark stands inside a cell that is not quoted.",
                "3|c",
                "5:1: The row cannot be read: a quotation mark is not closed, or text follows the closing one.",
                "5|e",
                "7:1: The row cannot be read: a quotation mark is not closed, or text follows the closing one.",
                "7|g",
                "8|h \"quoted\", and so",
                "9|i",
            ],
            Read("id,text\n1,a\n2,5\" pipe\n3,c\n4,\"d\"d\n5,e\n6,\"f\n7,g\n8,\"h \"\"quoted\"\", and so\"\n9,i\n"));
    }

    [Fact]
    public void Read_QuotationMarkThatIsNeverClosed_RefusesThatRowAlone()
    {
        string rows = string.Concat(Enumerable.Range(3, 100_000).Select(i => $"{i},some text\n"));

        string[] read = Read($"id,text\n1,a\n2,\"b\n{rows}");

        Assert.Equal("3:1: The row cannot be read: it is longer than 1 MiB.", read[1]);
        Assert.Equal(100_002, read.Length);
        Assert.Equal("100002|some text", read[^1]);
    }

    [Fact]
    public void Read_UnclosedQuotationMarkNearTheEnd_RefusesThatRowAlone() =>
        Assert.Equal(["1|a", "3:1: The row cannot be read: a quotation mark is not closed.", "3|c"], Read("id,text\r\n1,a\r\n2,\"b\r\n3,c"));

    [Fact]
    public void Read_RowOfAMegabyte_IsRefusedAndTheRestGoesOn()
    {
        string[] read = Read($"id,text\n1,{new string('x', 3 << 20)}\n2,b\n");

        Assert.Equal(["2:1: The row cannot be read: it is longer than 1 MiB.", "2|b"], read);
    }

    [Fact]
    public void Read_LineBreaksInCells_AreCountedAsLines()
    {
        TableItem[] items = Items(Encoding.UTF8.GetBytes("id,text\n\n1,\"a\r\nb\nc\"\n\n2,d,e\n3,f\n"));

        Assert.Equal(["1|a\r\nb\nc", "7:1: The row cannot be read: it has 3 cells, not 2.", "3|f"], items.Select(Told));
        Assert.Equal([3, 7, 8], items.Select(item => item.Place.Line));
    }

    [Fact]
    public void Read_RowOverSeveralLinesWithTooManyCells_IsRefusedAndSaysHowFarItReaches() =>
        Assert.Equal(["2:1: The row cannot be read: it has 3 cells, not 2. It reaches to line 3.", "2|b"], Read("id,text\n1,\"a\nx\",y\n2,b\n"));

    [Theory]
    [InlineData("id,text,id\n1,a,2\n", "The column 'id', which the mapping names, stands there twice. Rename one of the two.")]
    [InlineData("id,txt\n1,a\n", "There is no column 'text', which the mapping names. The columns are: id, txt.")]
    [InlineData("id,\"te\"xt\n1,a\n", "The header cannot be read: a quotation mark is not closed, or text follows the closing one.")]
    [InlineData("\"id,text\n1,a\n", "The header cannot be read: a quotation mark is not closed.")]
    [InlineData("", "The file is empty. Give a line of column names, and a row for each case.")]
    [InlineData("\n\r\n\n", "The file is empty. Give a line of column names, and a row for each case.")]
    public void Read_WrongHeader_IsRefusedOnce(string csv, string message) => Assert.EndsWith($":1: {message}", Assert.Single(Read(csv)), StringComparison.Ordinal);

    [Fact]
    public void Read_ColumnThatStandsTwiceAndIsNotMapped_IsPassedOver() => Assert.Equal(["1|a"], Read("x,id,x,text\n,1,,a\n"));

    [Fact]
    public void Read_BytesThatAreNotUtf8_RefuseTheRowWithItsLine()
    {
        byte[] csv = [.. "id,text\n1,"u8, 0xE9, .. "t\n2,\u00e9t\n"u8];

        Assert.Equal(["2:1: The row cannot be read: it has bytes that are no UTF-8. Name the 'encoding' in the mapping.", "2|ét"], Items(csv).Select(Told));
    }

    [Theory]
    [InlineData("windows-1252", "ét €")]
    [InlineData("gb18030", "投诉")]
    [InlineData("big5", "投訴")]
    [InlineData("utf-16", "投诉")]
    [InlineData("utf-16BE", "投诉")]
    [InlineData("utf-8", "投诉 🙂")]
    public void Read_EncodingOfTheMapping_IsReadAsSuch(string name, string text)
    {
        Encoding encoding = Named(name);

        Assert.Equal([$"1|{text}"], Items(encoding.GetBytes($"id,text\n1,{text}\n"), encoding).Select(Told));
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void Read_ByteOrderMark_IsFineAndSaysTheEncoding(string name)
    {
        Encoding encoding = Encoding.GetEncoding(name);

        Assert.Equal(["1|投"], Items([.. encoding.GetPreamble(), .. encoding.GetBytes("id,text\n1,投\n")]).Select(Told));
    }

    [Fact]
    public void Read_BytesThatAreNoTextInTheEncoding_RefuseTheRow()
    {
        byte[] csv = [.. "id,text\n1,"u8, 0x81, 0x20, .. "\n2,b\n"u8];

        Assert.Equal(["2:1: The row cannot be read: it has bytes that are no gb18030. Name the 'encoding' in the mapping.", "2|b"], Items(csv, Named("gb18030")).Select(Told));
    }

    [Fact]
    public void Read_BytesLikeAnotherByteOrderMark_AreABrokenRow()
    {
        // Reading goes on at that line, since the quotation mark of the line before is not closed.
        byte[] csv = [.. "id,text\n1,\"a\n"u8, 0xFF, 0xFE, .. ",b\"c\n3,d\n"u8];

        Assert.Equal(3, Items(csv).Length);
        Assert.Equal("3|d", Told(Items(csv)[^1]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    public void Read_SmallReads_ComeToTheSame(int size)
    {
        string csv = "id,text\n1,a\n2,\"b\n3,\"c\nd\"\n4,e\"\n5,\"f\"g\n6,h\n";

        Assert.Equal(Read(csv), new CsvTable("t", new TableForm(',', null, false), Columns()).Read(new DribblingStream(Encoding.UTF8.GetBytes(csv), size)).Select(Told));
    }

    private static TableColumns Columns()
    {
        TableColumns columns = new();
        foreach (string name in Names)
        {
            columns.Of(name);
        }

        return columns;
    }

    private static Encoding Named(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFF"));
    }

    private static string[] Read(string csv) => [.. Items(Encoding.UTF8.GetBytes(csv)).Select(Told)];

    private static TableItem[] Items(byte[] csv, Encoding? encoding = null)
    {
        using MemoryStream content = new(csv);
        return [.. new CsvTable("t", new TableForm(',', encoding, false), Columns()).Read(content)];
    }

    private static string Told(TableItem item) => item.Row is { } row ? $"{row[new Column("id", 0)]}|{row[new Column("text", 1)]}" : $"{item.Place.Line}:{item.Place.Column}: {item.Error}";
}
