using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using RandomInspection.Directories;

namespace RandomInspection.Tests.Directories;

/// <summary>What a file changes in the inspector directory, and what the ledger keeps of it.</summary>
public sealed class InspectorDeltaTests
{
    private static readonly Inspector One = new()
    {
        Id = "scjg-07",
        Name = "𠮷\u3000一“二”",
        DepartmentId = "scjg",
        Kind = InspectorKind.CertifiedStaff,
        Level = InspectorLevel.District,
        Regions = ["沈河区", "和平区"],
        Qualifications = ["SCJG-02", "SCJG-01"],
        Certificates = [new Certificate("乙", Day(2025, 1, 1), Day(2029, 12, 31)), new Certificate("甲", Day(2020, 1, 1), Day(2024, 12, 31))],
        Leave = [new DateInterval(Day(2026, 5, 1), Day(2026, 5, 3)), new DateInterval(Day(2026, 3, 1), Day(2026, 3, 1))],
        Capacity = 8,
        Status = InspectorStatus.Left,
    };

    private static readonly Inspector Two = One with { Id = "scjg-08", Certificates = [] };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OfAsync_NewChangedSameAndUnnamed_CountedAndInTheOrderOfIds()
    {
        InspectorDelta delta = await InspectorDelta.OfAsync(new Shelf(One, Two), [One with { Id = "a" }, Two with { Name = "改名" }, One with { Id = "B" }, One], Cancellation);
        Assert.Equal((2, 1, 1), (delta.Inserted, delta.Updated, delta.Unchanged));
        Assert.Equal(["B", "a", "scjg-08"], delta.Changed.Select(i => i.Id));
        Assert.Equal("改名", delta.Changed[2].Name);

        InspectorDelta nothing = await InspectorDelta.OfAsync(new Shelf(One, Two), [], Cancellation);
        Assert.Equal((0, 0, 0, 0), (nothing.Inserted, nothing.Updated, nothing.Unchanged, nothing.Changed.Length));
    }

    [Fact]
    public async Task OfAsync_AnyFieldChanged_Updated()
    {
        Inspector[] changed =
        [
            One with { Name = "x" }, One with { DepartmentId = "x" }, One with { Kind = InspectorKind.Expert }, One with { Level = InspectorLevel.City },
            One with { Regions = ["和平区"] }, One with { Regions = [] }, One with { Qualifications = ["SCJG-01", "SCJG-03"] }, One with { Certificates = One.Certificates[..1] },
            One with { Certificates = [One.Certificates[0], new Certificate("乙", Day(2025, 1, 1), Day(2029, 12, 30))] }, One with { Leave = One.Leave[1..] },
            One with { Capacity = null }, One with { Capacity = 9 }, One with { Status = InspectorStatus.Active },
        ];
        foreach (Inspector inspector in changed)
        {
            Assert.Equal(1, (await InspectorDelta.OfAsync(new Shelf(One), [inspector], Cancellation)).Updated);
            Assert.NotEqual(Line(One), Line(inspector));
        }
    }

    [Fact]
    public async Task OfAsync_IdTwice_Refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => InspectorDelta.OfAsync(new Shelf(), [One, One], Cancellation));

    [Property]
    public Property OfAsync_FileInAnyOrder_TheSameDeltaAndRoot() =>
        Prop.ForAll(Gen.Shuffle(Enumerable.Range(0, 12)).ToArbitrary(), order =>
        {
            Inspector[] people = [.. Enumerable.Range(0, 12).Select(i => One with { Id = $"p{i}", Capacity = i + 1 })];
            Shelf shelf = new([.. people[..4], people[4] with { Capacity = null }]);
            InspectorDelta sorted = InspectorDelta.OfAsync(shelf, people, default).GetAwaiter().GetResult();
            InspectorDelta shuffled = InspectorDelta.OfAsync(shelf, [.. order.Select(i => people[i])], default).GetAwaiter().GetResult();
            return sorted.Changed.SequenceEqual(shuffled.Changed)
                && sorted.Root() == shuffled.Root()
                && (sorted.Inserted, sorted.Updated, sorted.Unchanged) == (7, 1, 4)
                && (shuffled.Inserted, shuffled.Updated, shuffled.Unchanged) == (7, 1, 4);
        });

    [Fact]
    public void Line_Inspector_AJsonArrayOfTheFieldsInOrder()
    {
        Assert.Equal(
            """["scjg-07","𠮷　一“二”","scjg","CertifiedStaff","District",["和平区","沈河区"],["SCJG-01","SCJG-02"],[["甲","2020-01-01","2024-12-31"],["乙","2025-01-01","2029-12-31"]],[["2026-03-01","2026-03-01"],["2026-05-01","2026-05-03"]],8,"Left"]""",
            Line(One));
        Assert.EndsWith(",[],[],[],[],null,\"Active\"]", Line(new Inspector { Id = "a", Name = "b", DepartmentId = "c" }), StringComparison.Ordinal);
    }

    [Fact]
    public void Root_Changed_MerkleRootOverTheLines()
    {
        byte[] Leaf(Inspector inspector) => SHA256.HashData([0, .. InspectorDelta.Line(inspector)]);
        Assert.Equal(Hex(SHA256.HashData([])), new InspectorDelta([], 0, 0, 0).Root());
        Assert.Equal(Hex(Leaf(One)), new InspectorDelta([One], 1, 0, 0).Root());
        Assert.Equal(Hex(SHA256.HashData([1, .. Leaf(One), .. Leaf(Two)])), new InspectorDelta([One, Two], 1, 1, 0).Root());
    }

    private static LocalDate Day(int year, int month, int day) => new(year, month, day);

    private static string Line(Inspector inspector) => Encoding.UTF8.GetString(InspectorDelta.Line(inspector));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    /// <summary>A directory that holds these inspectors; only reading is asked of it.</summary>
    private sealed class Shelf(params Inspector[] inspectors) : IInspectorDirectory
    {
        public Task<long> VersionAsync(CancellationToken cancellation) => Task.FromResult(1L);

        public async IAsyncEnumerable<Inspector> ReadAsync(string? departmentId, [EnumeratorCancellation] CancellationToken cancellation)
        {
            await Task.Yield();
            foreach (Inspector inspector in inspectors.Where(i => departmentId is null || i.DepartmentId == departmentId).OrderBy(i => i.Id, StringComparer.Ordinal))
            {
                yield return inspector;
            }
        }

        public Task<Inspector?> FindAsync(string id, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<ImmutableDictionary<string, Inspector>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<(ImmutableArray<Inspector> Page, long Total)> SearchAsync(string text, string? departmentId, int skip, int take, CancellationToken cancellation) =>
            throw new NotSupportedException();
    }
}
