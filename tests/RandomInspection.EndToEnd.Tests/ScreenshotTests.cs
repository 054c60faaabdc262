using System.Collections.Concurrent;
using RandomInspection.Tests.Browsing;

namespace RandomInspection.Tests;

/// <summary>A picture of one page of every kind, at a desk and on a phone: taken if <c>RI_SCREENSHOTS</c> names a folder, to be looked at.</summary>
public sealed class ScreenshotTests(Stage stage)
{
    private static readonly ConcurrentDictionary<string, bool> Taken = new();

    /// <summary>The public in both languages, then everybody who has work to do.</summary>
    public static TheoryData<string?> Readers => [(string?)null, "ku", "ni", "zheng", "qiu", "jian", "shou", "chai", "fu", "gong", "shen", "fa", "xie", "guan"];

    [Theory]
    [MemberData(nameof(Readers))]
    public void Pages_OfAReader_Taken(string? person)
    {
        Assert.SkipUnless(Pictures.AreWanted, "RI_SCREENSHOTS names no folder.");
        Browser reader = person is null ? stage.Public.SignOut() : stage.Office.SignIn(person);
        int taken = 0;
        Pages.Walk(reader, "/?lang=zh", path =>
        {
            string kind = Pages.Kind(path);
            if (Taken.TryAdd(kind == "/" ? $"/{person}" : kind, true))
            {
                string[] languages = person is null ? [] : ["zh"];
                Pictures.Take(reader, $"{person ?? "public"}{kind.Replace('/', '_').Replace("*", "ID", StringComparison.Ordinal)}", languages: languages);
                taken++;
            }
        });
        Assert.True(taken > 0);
        stage.Complaints();
    }
}
