using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using RandomInspection.Directories;

namespace RandomInspection.Tests.Directories;

/// <summary>What a file changes in the directory, and what the ledger keeps of it.</summary>
public sealed class SubjectDeltaTests
{
    private static readonly Subject One = new()
    {
        Code = "91210102MA0000001X",
        Name = "沈阳\u3000𠮷田“餐饮”有限公司",
        Kind = "有限责任公司",
        Region = "沈河区",
        Trade = "H",
        CreditClass = "A",
        EstablishedOn = new LocalDate(2020, 2, 29),
        Scope = "餐饮服务\n食品销售",
        Status = SubjectStatus.Suspended,
    };

    private static readonly Subject Two = One with { Code = "91210102MA0000002Y" };
    private static readonly Subject Three = One with { Code = "a" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OfAsync_NewChangedSameAndUnnamed_CountedAndInTheOrderOfCodes()
    {
        SubjectDelta delta = await SubjectDelta.OfAsync(new Shelf(One, Two), [Three, Two with { Name = "改名" }, One with { Code = "B" }, One], Cancellation);
        Assert.Equal((2, 1, 1), (delta.Inserted, delta.Updated, delta.Unchanged));
        Assert.Equal(["91210102MA0000002Y", "B", "a"], delta.Changed.Select(s => s.Code));
        Assert.Equal("改名", delta.Changed[0].Name);

        SubjectDelta nothing = await SubjectDelta.OfAsync(new Shelf(One, Two), [], Cancellation);
        Assert.Equal((0, 0, 0, 0), (nothing.Inserted, nothing.Updated, nothing.Unchanged, nothing.Changed.Length));
    }

    [Fact]
    public async Task OfAsync_AnyFieldChanged_Updated()
    {
        Subject[] changed =
        [
            One with { Name = "x" }, One with { Kind = "x" }, One with { Region = "x" }, One with { Trade = "x" }, One with { CreditClass = "x" },
            One with { EstablishedOn = null }, One with { Scope = "x" }, One with { Status = SubjectStatus.Active },
            One with { Tags = SubjectTags.Parse("食品") }, One with { Assessment = new CreditAssessment(new LocalDate(2026, 1, 5), "市信用中心") },
            One with { Carrier = new Carrier(CarrierKind.Site, "91210102MA0000002Y") },
        ];
        foreach (Subject subject in changed)
        {
            Assert.Equal(1, (await SubjectDelta.OfAsync(new Shelf(One), [subject], Cancellation)).Updated);
            Assert.NotEqual(Line(One), Line(subject));
            Assert.Equal(subject, SubjectDelta.Read(SubjectDelta.Line(subject)));
        }
    }

    [Fact]
    public async Task OfAsync_StatusAndMore_TheOnesWithAnotherStatusAreCounted()
    {
        SubjectDelta delta = await SubjectDelta.OfAsync(
            new Shelf(One, Two, Three), [One with { Status = SubjectStatus.Active }, Two with { Name = "改名" }, Three with { Status = SubjectStatus.Revoked }], Cancellation);
        Assert.Equal((0, 3, 0, 2), (delta.Inserted, delta.Updated, delta.Unchanged, delta.StatusChanged));
    }

    [Theory]
    [InlineData(5000, false)]
    [InlineData(5001, true)]
    public async Task OfAsync_FewOrMany_LookedUpOrTheWholeDirectoryRead(int count, bool read)
    {
        Shelf shelf = new(One);
        SubjectDelta delta = await SubjectDelta.OfAsync(shelf, [.. Enumerable.Range(1, count - 1).Select(i => One with { Code = $"S{i}" }), One], Cancellation);
        Assert.Equal((count - 1, 0, 1), (delta.Inserted, delta.Updated, delta.Unchanged));
        Assert.Equal(read, shelf.IsRead);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"code":"a"}""")]
    [InlineData("""["a","b","c","d","H","A",null,"e"]""")] // no status
    [InlineData("""["a","b","c","d","H","A",null,"e","Gone"]""")]
    [InlineData("""["a","b","c","d","H","A","2026-13-01","e","Active"]""")]
    [InlineData("""[null,"b","c","d","H","A",null,"e","Active"]""")]
    [InlineData("""["a","b","c","d","H","x y z",null,"e","Active"]""")]
    [InlineData("""["a", "b","c","d","H","A",null,"e","Active"]""")] // a space
    [InlineData("""["a","b","c","d","H","A",null,"e","Active",""]""")] // nothing at the end
    [InlineData("""["a","b","c","d","H","A",null,"e","Active","",null,null,"Site"]""")] // whose site
    public void Read_NoCanonicalLine_Refused(string line)
    {
        FormatException refused = Assert.Throws<FormatException>(() => SubjectDelta.Read(Encoding.UTF8.GetBytes(line)));
        Assert.Contains("line is no", refused.Message.Replace("line is not", "line is no", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_CanonicalLine_TheSubject() =>
        Assert.Equal("b", SubjectDelta.Read("""["a","b","c","d","H","A",null,"e","Active"]"""u8).Name);

    [Fact]
    public async Task OfAsync_CodeTwice_Refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => SubjectDelta.OfAsync(new Shelf(), [One, One], Cancellation));

    [Fact]
    public void Line_Subject_AJsonArrayOfItsFields()
    {
        Assert.Equal(
            """["91210102MA0000001X","沈阳　𠮷田“餐饮”有限公司","有限责任公司","沈河区","H","A","2020-02-29","餐饮服务\n食品销售","Suspended"]""",
            Line(One));
        Assert.EndsWith("\"Suspended\",\"食品\"]", Line(One with { Tags = SubjectTags.Parse("食品") }), StringComparison.Ordinal);
        Assert.EndsWith(
            "\"Suspended\",\"\",\"2026-01-05\",\"市信用中心\"]", Line(One with { Assessment = new CreditAssessment(new LocalDate(2026, 1, 5), "市信用中心") }), StringComparison.Ordinal);
        Assert.EndsWith(
            "\"Suspended\",\"\",null,null,\"Site\",\"x\"]", Line(One with { Carrier = new Carrier(CarrierKind.Site, "x") }), StringComparison.Ordinal);
        Assert.Contains("\"A\",null,", Line(One with { EstablishedOn = null }), StringComparison.Ordinal);
    }

    [Fact]
    public void Root_Changed_MerkleRootOverTheLines()
    {
        byte[] Leaf(Subject subject) => SHA256.HashData([0, .. SubjectDelta.Line(subject)]);
        Assert.Equal(Hex(SHA256.HashData([])), new SubjectDelta([], 0, 0, 0).Root());
        Assert.Equal(Hex(Leaf(One)), new SubjectDelta([One], 1, 0, 0).Root());
        Assert.Equal(Hex(SHA256.HashData([1, .. Leaf(One), .. Leaf(Two)])), new SubjectDelta([One, Two], 1, 1, 0).Root());
    }

    private static string Line(Subject subject) => Encoding.UTF8.GetString(SubjectDelta.Line(subject));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    /// <summary>A directory that holds these subjects; only reading is asked of it.</summary>
    private sealed class Shelf(params Subject[] subjects) : ISubjectDirectory
    {
        public Task<long> VersionAsync(CancellationToken cancellation) => Task.FromResult(1L);

        /// <summary>Whether all of it was read.</summary>
        public bool IsRead { get; private set; }

        public async IAsyncEnumerable<Subject> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
        {
            IsRead = true;
            await Task.Yield();
            foreach (Subject subject in subjects.OrderBy(s => s.Code, StringComparer.Ordinal))
            {
                yield return subject;
            }
        }

        public IAsyncEnumerable<Subject> ReadAsync(DirectoryCriteria criteria, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<ImmutableArray<SubjectCount>> CountAsync(CancellationToken cancellation) => throw new NotSupportedException();

        public Task<ImmutableArray<SubjectCount>> CountAsync(DirectoryCriteria criteria, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<ImmutableArray<TagCount>> TagsAsync(CancellationToken cancellation) => throw new NotSupportedException();

        public Task<ImmutableDictionary<string, Subject>> FindAsync(IReadOnlyCollection<string> codes, DirectoryCriteria criteria, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<Subject?> FindAsync(string code, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<ImmutableDictionary<string, Subject>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation) =>
            Task.FromResult(subjects.Where(subject => codes.Contains(subject.Code)).ToImmutableDictionary(subject => subject.Code));

        public Task<(ImmutableArray<Subject> Page, long Total)> SearchAsync(string text, DirectoryCriteria criteria, int skip, int take, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
