using System.Text.RegularExpressions;

namespace RandomInspection.Tests.Roles;

/// <summary>The pages agree with the table of roles: whoever may carry out a step reaches the page that offers it, and a part of a page that offers it asks for the role.</summary>
public sealed partial class PageRoleTests
{
    public static TheoryData<string> Pages => new(Offers().Select(offer => offer.Page).Distinct());

    [Fact]
    public void Offers_AllPages_Found() => Assert.True(Offers().Select(offer => offer.Step.Name).Distinct().Count() >= 35, $"{Offers().Count()} offers");

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_StepOffered_RolesOfTheStepReachIt(string page)
    {
        string text = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "src", "RandomInspection.Web", page));
        Role[]? reach = Required().Match(text) is { Success: true } found ? [.. Roles(found.Value)] : null;
        Role[] named = [.. Roles(text)];
        foreach ((_, WorkStep step) in Offers().Where(offer => offer.Page == page))
        {
            // A page says in its attribute who comes in; a part of a page, and a page that everybody reads, shows its forms by role.
            Assert.True(step.Roles.All(role => reach?.Contains(role) ?? named.Contains(role)), $"{page} offers {step} to {string.Join(", ", step.Roles)}, not to {string.Join(", ", reach ?? named)}");
        }
    }

    [Theory]
    [InlineData("Plans/NewPlan.razor", "plan.begin")]
    [InlineData("Plans/NewAdHoc.razor", "plan.beginAdHoc")]
    [InlineData("Personal/ErasePage.razor", "personal.eraseAbout")]
    [InlineData("Lists/ProposePage.razor", "list.propose")]
    [InlineData("Directories/Upload.razor", "directory.mergeSubjects")]
    [InlineData("Directories/InspectorUpload.razor", "directory.mergeInspectors")]
    [InlineData("Calendars/LoadPage.razor", "calendar.loadNotices")]
    public void Page_OnlyForOneStep_LetsInNobodyElse(string page, string name) => Assert.Equal(
        DomainSteps.All.Single(step => step.Name == name).Roles.Order(),
        Roles(Required().Match(File.ReadAllText(Path.Combine(RepositoryFiles.Root, "src", "RandomInspection.Web", page))).Value).Order());

    /// <summary>Every place where a page calls a command that is a step.</summary>
    private static IEnumerable<(string Page, WorkStep Step)> Offers()
    {
        string web = Path.Combine(RepositoryFiles.Root, "src", "RandomInspection.Web");
        foreach (string file in Directory.GetFiles(web, "*.razor", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            string page = Path.GetRelativePath(web, file).Replace('\\', '/');
            string text = File.ReadAllText(file);
            foreach (Match injected in Injected().Matches(text))
            {
                foreach (WorkStep step in DomainSteps.All.Where(step => step.Workflow.Name == injected.Groups[1].Value))
                {
                    if (text.Contains($"{injected.Groups[2].Value}.{step.Command}(", StringComparison.Ordinal))
                    {
                        yield return (page, step);
                    }
                }
            }
        }
    }

    private static IEnumerable<Role> Roles(string text) => Named().Matches(text).Select(match => match.Groups[1].Value).Where(name => Enum.TryParse<Role>(name, out _)).Select(Enum.Parse<Role>).Distinct();

    [GeneratedRegex(@"@inject (\w+) (\w+)")]
    private static partial Regex Injected();

    [GeneratedRegex(@"@attribute \[RequireRole\([^)]*\)\]")]
    private static partial Regex Required();

    [GeneratedRegex(@"Role\.(\w+)")]
    private static partial Regex Named();
}
