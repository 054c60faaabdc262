using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.StaticAssets;
using RandomInspection.SampleData;
using RandomInspection.Tests.Acceptance;
using RandomInspection.Web.Shared;

namespace RandomInspection.Tests;

/// <summary>岗位与页面：every page and every endpoint is asked for by nobody and by every role, of the department whose matter it is and of another.</summary>
public sealed class PageRoleTests
{
    private const string Begin = "<!-- The rest is written by PageRoleTests (RI_WRITE_DOCS=1). -->\n";

    // Of a matter that these addresses name, no other department reads anything, whatever roles its people hold; supervisors read everything.
    private static readonly string[] OfOneDepartment =
    [
        "/visits/{VisitId}", "/visits/{VisitId}/papers/{Paper}", "/visits/{VisitId}/team", "/visits/{VisitId}/trail", "/visits/{visit}/evidence/{digest}", "/tasks/{TaskId}/list", "/tasks/{TaskId}/list/{Unit}",
        "/tasks/{TaskId}/match", "/replacements/{Key}", "/recusals/{RecusalId}", "/dishonesty/desk/{EntryId}",
        "/matches/{match}/auditor/record.json", "/matches/{match}/auditor/record.sig.json", "/matches/{match}/auditor/problem.json", "/matches/{match}/auditor/result.json",
        "/draws/{draw}/auditor/record.json", "/draws/{draw}/auditor/record.sig.json", "/draws/{draw}/auditor/{task}/frame.tsv", "/draws/{draw}/auditor/{task}/key.txt", "/draws/{draw}/auditor/{task}/resting.tsv",
        "/draws/{draw}/auditor/{task}/listed.tsv", "/draws/{draw}/subject.json", "/draws/{draw}/subject.sig.json",
    ];

    /// <summary>One person for each role, of the market bureau and of the ecology bureau.</summary>
    private static ImmutableArray<Person> People { get; } =
    [
        .. from department in (string[])[SampleDepartments.Market, SampleDepartments.Ecology]
           from role in Enum.GetValues<Role>()
           select new Person($"{department}-{role}", $"{department}-{role}", $"{department}-{role}", department, [role]),
    ];

    [Fact]
    public async Task Pages_EveryRole_AsTheTableSays()
    {
        await using PageHost host = await PageHost.StartAsync(MemoryHost.Morning, more: People);
        PageScene scene = await PageScene.FillAsync(host);
        RouteEndpoint[] routes = [.. RoutesOf(host)];
        Dictionary<string, string[]> answers = routes.ToDictionary(NameOf, _ => new string[People.Length + 1], StringComparer.Ordinal);
        for (int reader = 0; reader <= People.Length; reader++)
        {
            using HttpClient client = await ClientAsync(host, reader == 0 ? null : People[reader - 1].Id);
            foreach (RouteEndpoint route in routes)
            {
                answers[NameOf(route)][reader] = await AskAsync(client, route, scene);
            }
        }

        List<string> wrong = [];
        foreach (RouteEndpoint route in routes)
        {
            ImmutableArray<Role>? roles = route.Metadata.GetMetadata<RequireRoleAttribute>()?.AnyOf;
            string[] given = answers[NameOf(route)];
            for (int reader = 1; reader <= People.Length; reader++)
            {
                bool may = roles is null || roles.Value.Contains(People[reader - 1].Roles[0]);
                if (given[reader][0] == '5' || (roles is not null && given[0] != "→") || may == (given[reader] == "403"))
                {
                    wrong.Add($"{NameOf(route)}: {given[0]} for nobody, {given[reader]} for {People[reader - 1].Id}");
                }
            }
        }

        wrong.AddRange(
            from route in OfOneDepartment
            from reader in Enumerable.Range(1, People.Length)
            let person = People[reader - 1]
            where person.DepartmentId != SampleDepartments.Market && !person.Roles.Contains(Role.Supervisor) && answers[$"GET {route}"][reader] == "●"
            select $"{route} is given to {person.Id}");
        string path = Path.Combine(RepositoryFiles.Root, "docs", "pages.md");
        string document = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        string due = document[..(document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)] + Rendered(answers);
        if (Environment.GetEnvironmentVariable("RI_WRITE_DOCS") == "1")
        {
            await File.WriteAllTextAsync(path, due, TestContext.Current.CancellationToken);
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(due, document);
    }

    private static IEnumerable<RouteEndpoint> RoutesOf(PageHost host) => host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(route => route.Metadata.GetMetadata<StaticAssetDescriptor>() is null && !PageScene.RouteOf(route).StartsWith("/_", StringComparison.Ordinal) && !PageScene.RouteOf(route).StartsWith("/{**", StringComparison.Ordinal)
            && !PageScene.RouteOf(route).StartsWith("/api/v1", StringComparison.Ordinal)) // operations have their roles in the description, and ApiRoleTests asks each by every role
        .DistinctBy(NameOf).OrderBy(PageScene.RouteOf, StringComparer.Ordinal).ThenBy(NameOf, StringComparer.Ordinal);

    private static string NameOf(RouteEndpoint route) => $"{MethodOf(route)} {PageScene.RouteOf(route)}";

    private static string MethodOf(RouteEndpoint route) =>
        route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } methods && !methods.Contains("GET") ? methods[0] : "GET";

    private static async Task<HttpClient> ClientAsync(PageHost host, string? person)
    {
        CookieContainer cookies = new();
        HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = host.Address };
        if (person is not null)
        {
            Page form = await Page.OfAsync("/account/signin", await client.GetAsync("/account/signin", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
            using FormUrlEncodedContent content = new([.. form.HiddenOf("sign-in", []), new("Person", person)]);
            using HttpResponseMessage answer = await client.PostAsync("/account/signin", content, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        }

        return client;
    }

    // The answer's head is enough; a stream of events never ends by itself.
    private static async Task<string> AskAsync(HttpClient client, RouteEndpoint route, PageScene scene)
    {
        using HttpRequestMessage request = new(new HttpMethod(MethodOf(route)), scene.PathOf(route));
        using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => "●",
            HttpStatusCode.Found when answer.Headers.Location!.ToString().Contains("/account/signin", StringComparison.Ordinal) => "→",
            HttpStatusCode other => ((int)other).ToString(CultureInfo.InvariantCulture),
        };
    }

    private static string Rendered(Dictionary<string, string[]> answers)
    {
        Role[] roles = Enum.GetValues<Role>();
        StringBuilder text = new();
        (string Title, int From)[] tables = [("Of the department whose matter it is", 1), ("Of another department", 1 + roles.Length)];
        foreach ((string title, int from) in tables)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| Page | Nobody | {string.Join(" | ", roles)} |\n| --- |{string.Concat(Enumerable.Repeat(" :-: |", roles.Length + 1))}\n");
            foreach ((string name, string[] given) in answers)
            {
                text.Append(CultureInfo.InvariantCulture, $"| `{(name.StartsWith("GET ", StringComparison.Ordinal) ? name[4..] : name)}` | {given[0]} | {string.Join(" | ", given.Skip(from).Take(roles.Length).Select(one => one == "403" ? "" : one))} |\n");
            }
        }

        return text.ToString();
    }
}
