using System.Text.RegularExpressions;

namespace RandomInspection.Tests;

/// <summary>Pictures are read aloud by their name or passed over: a page shows some of them only when figures fall so, and a look at the page then comes too late.</summary>
public sealed partial class PictureTests
{
    [Fact]
    public void Svg_InEveryComponent_NamedOrHidden()
    {
        string[] pictures = [.. Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "src"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Svg().Matches(File.ReadAllText(file)).Select(tag => $"{Path.GetFileName(file)}: {tag.Value}"))];
        Assert.True(pictures.Length > 10);
        Assert.DoesNotContain(pictures, tag => !Said().IsMatch(tag));
    }

    [GeneratedRegex("<svg[^>]*>")]
    private static partial Regex Svg();

    [GeneratedRegex("aria-hidden=|aria-label=|aria-labelledby=|role=")]
    private static partial Regex Said();
}
