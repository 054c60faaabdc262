using System.Globalization;
using System.Text;

namespace RandomInspection.Tests.Roles;

/// <summary><c>docs/roles.md</c> shows the table as it is; with RI_WRITE_DOCS=1 the test writes it.</summary>
public sealed class RoleDocumentTests
{
    private const string Begin = "<!-- The rest is written by RoleDocumentTests (RI_WRITE_DOCS=1). -->\n";

    [Fact]
    public void Document_Table_IsTheOneInTheDomain()
    {
        string path = Path.Combine(RepositoryFiles.Root, "docs", "roles.md");
        string document = File.ReadAllText(path, Encoding.UTF8);
        string due = document[..(document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)] + Rendered();
        if (Environment.GetEnvironmentVariable("RI_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, due);
        }

        Assert.Equal(due, document);
    }

    private static string Rendered()
    {
        StringBuilder text = new("\n## Steps\n\n| Step | Roles | Whose matters | Lawful while | Otherwise | Not the same person as |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (WorkStep step in DomainSteps.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{step.Name}`<br>{step.Chinese} · {step.English} ")
                .Append(CultureInfo.InvariantCulture, $"| {string.Join("<br>", step.Roles.Select(role => $"{StateWords.Of(role).Chinese} · {StateWords.Of(role).English}"))} ")
                .Append(CultureInfo.InvariantCulture, $"| {Reach(step.Reach)} ")
                .Append(CultureInfo.InvariantCulture, $"| {Or(string.Join("<br>", step.States.Select(state => $"{StateWords.Of(state).Chinese} · {StateWords.Of(state).English}")))} ")
                .Append(CultureInfo.InvariantCulture, $"| {Or(string.Join(", ", step.WrongState.Select(refusal => refusal.Code)))} ")
                .Append(CultureInfo.InvariantCulture, $"| {Or(string.Join("<br>", step.FourEyes.Select(eyes => $"{eyes.Chinese} · {eyes.English} ({eyes.Refusal.Code})")))} |\n");
        }

        Role[] roles = Enum.GetValues<Role>();
        text.Append("\n## Role × step\n\n`●` may, blank is refused with RI2013. Every cell is carried out by a test.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"| Step | {string.Join(" | ", roles.Select(role => StateWords.Of(role).Chinese))} |\n| --- |{string.Concat(Enumerable.Repeat(" :-: |", roles.Length))}\n");
        foreach (WorkStep step in DomainSteps.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"| `{step.Name}` | {string.Join(" | ", roles.Select(role => step.Roles.Contains(role) ? "●" : ""))} |\n");
        }

        Role[] idle = [.. roles.Where(role => DomainSteps.All.All(step => !step.Roles.Contains(role)))];
        return text.Append(CultureInfo.InvariantCulture, $"\nRoles without a step only read: {Or(string.Join(", ", idle.Select(role => $"{StateWords.Of(role).Chinese} ({StateWords.Of(role).English})")))}.\n").ToString();
    }

    private static string Or(string text) => text.Length > 0 ? text : "—";

    private static string Reach(StepReach reach) => reach switch
    {
        StepReach.OwnDepartment => "本部门 · own department",
        StepReach.Everywhere => "各部门 · every department",
        StepReach.OtherDepartments => "其他部门 · other departments",
        StepReach.WithSubordinates => "本部门，上级选派的 · own department, and one's above it that sends the person",
        _ => throw new ArgumentOutOfRangeException(nameof(reach)),
    };
}
