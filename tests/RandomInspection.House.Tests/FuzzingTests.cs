using RandomInspection.Fuzzing;

namespace RandomInspection.Tests;

/// <summary>What the fuzzer begins with, and every input that once failed, goes through its reader again.</summary>
public sealed class FuzzingTests
{
    private static readonly string Fuzz = Path.Combine(RepositoryFiles.Root, "fuzz");

    public static TheoryData<string> Names => [.. Readers.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reader_CorpusAndOnceFailing_ReadsOrRefuses(string name)
    {
        bool[] read = [.. Inputs(name).Select(file => Readers.All[name](File.ReadAllBytes(file)))];
        Assert.Contains(true, read);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reader_CutAndSpoilt_ReadsOrRefuses(string name)
    {
        bool refused = false;
        foreach (byte[] whole in Inputs(name).Select(File.ReadAllBytes).Where(whole => whole.Length is > 0 and < 20_000))
        {
            int step = 1 + (whole.Length / 200);
            for (int place = 0; place < whole.Length; place += step)
            {
                byte[] spoilt = [.. whole];
                spoilt[place] ^= 0x15;
                refused |= !Readers.All[name](whole[..place]);
                refused |= !Readers.All[name](spoilt);
            }
        }

        Assert.True(refused);
    }

    [Fact]
    public void Folders_NamedByReaders()
    {
        string[] corpora = [.. Directory.GetDirectories(Path.Combine(Fuzz, "corpus")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];
        Assert.Equal(Readers.All.Keys, corpora);
        Assert.Empty(Directory.Exists(Failures) ? Directory.GetDirectories(Failures).Select(Path.GetFileName).Except(Readers.All.Keys) : []);
    }

    private static string Failures => Path.Combine(Fuzz, "failures");

    private static IEnumerable<string> Inputs(string name) => new[] { Path.Combine(Fuzz, "corpus", name), Path.Combine(Failures, name) }
        .Where(Directory.Exists).SelectMany(Directory.GetFiles).Order(StringComparer.Ordinal);
}
