using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using RandomInspection.Ledger;
using RandomInspection.SampleData;
using RandomInspection.Supervision;
using RandomInspection.Tests.Acceptance;

namespace RandomInspection.Tests.Api;

/// <summary>岗位与操作：every operation is asked for by every role of the department whose matter it is and of another, on a host where each has something to answer; what is refused for want of the department changes nothing and stands in the ledger.</summary>
public sealed class ApiDepartmentTests
{
    private const string Begin = "<!-- The rest is written by ApiDepartmentTests (RI_WRITE_DOCS=1). -->\n";
    private static readonly Role[] Roles = Enum.GetValues<Role>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Operations_EveryRoleOfBothDepartments_AsTheTableSays()
    {
        await using ApiHost host = await ApiHost.StartAsync(MemoryHost.Morning);
        using MemoryHost way = new(host.Services);
        PageScene scene = await PageScene.FillAsync(host.Services, host.Clock);
        Dictionary<string, string> ids = new(StringComparer.Ordinal)
        {
            ["plan"] = scene["PlanId"],
            ["task"] = scene["task"],
            ["visit"] = scene["visit"],
            ["draw"] = scene["draw"],
            ["match"] = scene["match"],
            ["ceremony"] = scene["draw"],
            ["recusal"] = scene["RecusalId"],
            ["special"] = scene["SpecialId"],
            ["entry"] = scene["EntryId"],
            ["duty"] = scene["Obligation"],
            ["department"] = SampleDepartments.Market,
            ["unit"] = scene["Unit"],
            ["number"] = "1",
            ["change"] = "1",
        };
        IReadOnlyList<ApiOperation> operations = await ApiOperation.ReadAsync(Cancellation);
        Dictionary<string, string[]> answers = operations.ToDictionary(one => one.Id, _ => new string[2 * Roles.Length], StringComparer.Ordinal);
        List<string> wrong = [];
        int key = 0;

        // The other department first: what it may not do must leave everything as it was.
        LedgerEntry[] before = await way.EntriesAsync();
        foreach (ApiOperation operation in operations.Where(one => !IsOfAnyDepartment(one)))
        {
            await AskAsync(operation, ApiHost.Elsewhere, Roles.Length);
        }

        LedgerEntry[] written = [.. (await way.EntriesAsync()).ExceptBy(before.Select(entry => (entry.Log, entry.Sequence)), entry => (entry.Log, entry.Sequence))];
        wrong.AddRange(written.Where(entry => entry.Type != "attempt.refused").Select(entry => $"{entry.Type} in {entry.Stream} was written by another department"));
        Assert.Equal(Roles.Length, written.Select(entry => entry.Actor.PersonId).Distinct().Count());
        Assert.Contains(written, entry => ((AttemptEvent.Refused)DomainEvents.Codec.Decode(entry)).Code == "RI2012");
        Assert.All(written.GroupBy(entry => entry.Actor.PersonId), tried => Assert.True(tried.Count() <= Attempts.MostADay, tried.Key));
        foreach (ApiOperation operation in operations.Where(IsOfAnyDepartment))
        {
            await AskAsync(operation, ApiHost.Elsewhere, Roles.Length);
        }

        foreach (ApiOperation operation in operations)
        {
            await AskAsync(operation, ApiHost.Only, 0);
        }

        foreach (ApiOperation operation in operations)
        {
            for (int i = 0; i < 2 * Roles.Length; i++)
            {
                (string given, bool may) = (answers[operation.Id][i], operation.Roles.Count == 0 || operation.Roles.Contains(Roles[i % Roles.Length].ToString()));
                bool isStrangers = i >= Roles.Length && operation.Step is not null && !IsOfAnyDepartment(operation);
                if (given == "401" || given[0] == '5' || may == (given == "403") || (isStrangers && given == "●"))
                {
                    wrong.Add($"{operation.Id}: {given} for {Roles[i % Roles.Length]}{(i < Roles.Length ? "" : " elsewhere")}");
                }
            }
        }

        string path = Path.Combine(RepositoryFiles.Root, "docs", "operations-by-role.md");
        string document = await File.ReadAllTextAsync(path, Cancellation);
        string due = document[..(document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)] + Rendered(operations, answers);
        if (Environment.GetEnvironmentVariable("RI_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, due, Cancellation);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(due, document);

        async Task AskAsync(ApiOperation operation, Func<Role, string> who, int from)
        {
            for (int i = 0; i < Roles.Length; i++)
            {
                using HttpClient client = host.Caller(who(Roles[i]));
                using HttpRequestMessage request = operation.Request($"department-{++key}", ids);
                using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
                answers[operation.Id][from + i] = answer.StatusCode == HttpStatusCode.Forbidden && await CodeAsync(answer) != "RI9063" ? "◐"
                    : answer.IsSuccessStatusCode ? "●"
                    : ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>Whether its step is no single department's, or begins something of whoever's department it is.</summary>
    private static bool IsOfAnyDepartment(ApiOperation operation) =>
        operation.Step is { } name && (!operation.Path.Contains('{', StringComparison.Ordinal) || DomainSteps.All.Single(step => step.Name == name).Reach is not (StepReach.OwnDepartment or StepReach.WithSubordinates));

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) =>
        JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation)).RootElement.GetProperty("code").GetString();

    private static string Rendered(IReadOnlyList<ApiOperation> operations, Dictionary<string, string[]> answers)
    {
        StringBuilder text = new();
        (string Title, int From)[] tables = [("Of the department whose matter it is", 0), ("Of another department", Roles.Length)];
        foreach ((string title, int from) in tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| Operation | {string.Join(" | ", Roles)} |\n| --- |{string.Concat(Enumerable.Repeat(" :-: |", Roles.Length))}\n");
            foreach (ApiOperation operation in operations)
            {
                // What a role may ask for is told; which of the refusals by state or by content it meets depends on what was asked before.
                text.Append(CultureInfo.InvariantCulture, $"| `{operation.Id}` | {string.Join(" | ", answers[operation.Id].Skip(from).Take(Roles.Length).Select(given => Shown(operation, given)))} |\n");
            }
        }

        return text.ToString();
    }

    private static string Shown(ApiOperation operation, string given) => given switch
    {
        "403" => "",
        "404" or "◐" => given,
        _ => operation.Step is null && given != "●" ? given : "●",
    };
}
