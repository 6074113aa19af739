using ServicePolicy.Credentials;
using Xunit;

namespace ServicePolicy.Tests.Credentials;

public sealed class FileBlocklistTests : IDisposable
{
    private readonly string file = Path.Combine(Directory.CreateTempSubdirectory("blocklist").FullName, "list.txt");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);

    [Theory]
    [InlineData("password123", YesNo.Yes)]
    [InlineData("PassWord123", YesNo.Yes)]
    [InlineData("password1234", YesNo.No)]
    [InlineData("xpassword123", YesNo.No)]
    [InlineData("pa\u0308sswo\u0308rd", YesNo.Yes)]
    [InlineData(" trailing ", YesNo.Yes)]
    [InlineData("trailing", YesNo.No)]
    [InlineData("", YesNo.No)]
    public async Task Contains_WholePassword_IsComparedNormalisedWhateverItsCapitals(string password, YesNo expected)
    {
        File.WriteAllText(file, "password123\n\nPÄSSWÖRD\n trailing \r\n");
        FileBlocklist list = FileBlocklist.Read(file);

        Assert.Equal(3, list.Count);
        Assert.Equal(expected, await list.ContainsAsync(new Secret(password), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Contains_TooLongForAnyList_IsUnknown()
    {
        File.WriteAllText(file, "password123\n");
        FileBlocklist list = FileBlocklist.Read(file);

        Assert.Equal(YesNo.No, await list.ContainsAsync(new Secret(new string('a', 128)), TestContext.Current.CancellationToken));
        Assert.Equal(YesNo.Unknown, await list.ContainsAsync(new Secret(new string('a', 129)), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Read_NothingOrNoFile_IsAnError()
    {
        Assert.Throws<FileNotFoundException>(() => FileBlocklist.Read(file));
        File.WriteAllText(file, "\n\n");
        Assert.Equal($"No password is in '{file}'. Give a file with one a line.", Assert.Throws<InvalidDataException>(() => FileBlocklist.Read(file)).Message);
    }
}
