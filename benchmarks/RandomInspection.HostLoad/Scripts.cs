using System.Globalization;
using System.Text;

namespace RandomInspection.HostLoad;

/// <summary>Scripts for wrk: each request is one that was not sent before.</summary>
/// <param name="folder">Where they are written.</param>
internal sealed class Scripts(string folder)
{
    private const string Counting = """
        local number, round = 0, ""
        function init(args) round = args[1] end
        """;

    /// <summary>Inserts rows into the bare table.</summary>
    public Task<string> InsertAsync() => WriteAsync("insert", $$"""
        {{Counting}}
        function request()
          number = number + 1
          return wrk.format("POST", "/insert/" .. number)
        end
        """);

    /// <summary>Enters a result of each visit in turn by the API's operation.</summary>
    public Task<string> OperationAsync(IEnumerable<Underway> visits) => WriteAsync("operation", $$"""
        {{Counting}}
        {{TableOf(visits)}}
        function request()
          number = number + 1
          local visit = visits[number % #visits + 1]
          local body = '{"results":[{"item":"' .. visit.item .. '","result":"orderedToCorrect","note":"标签不全，第 ' .. number .. ' 次"}]}'
          return wrk.format("POST", "/api/v1/visits/" .. visit.id .. "/results",
            { Cookie = visit.cookies, ["Content-Type"] = "application/json", ["If-Match"] = "*", ["Idempotency-Key"] = round .. number }, body)
        end
        """);

    /// <summary>Enters a result of each visit in turn by the page's form.</summary>
    public Task<string> FormAsync(IEnumerable<Underway> visits) => WriteAsync("form", $$"""
        {{Counting}}
        {{TableOf(visits)}}
        local function encoded(text) return (text:gsub("[^%w]", function(c) return string.format("%%%02X", c:byte()) end)) end
        function request()
          number = number + 1
          local visit = visits[number % #visits + 1]
          local body = "_handler=results&__RequestVerificationToken=" .. encoded(visit.token) .. "&" .. encoded("Input.Results[" .. visit.item .. "]") .. "=OrderedToCorrect&"
            .. encoded("Input.Notes[" .. visit.item .. "]") .. "=" .. encoded("标签不全，第 " .. round .. number .. " 次")
          return wrk.format("POST", "/visits/" .. visit.id, { Cookie = visit.cookies, ["Content-Type"] = "application/x-www-form-urlencoded" }, body)
        end
        """);

    private static string TableOf(IEnumerable<Underway> visits)
    {
        StringBuilder table = new("local visits = {\n");
        foreach (Underway visit in visits)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"  {{ id = \"{visit.Visit}\", item = \"{visit.Item}\", cookies = \"{visit.Cookies}\", token = \"{visit.Token}\" }},");
        }

        return table.Append('}').ToString();
    }

    private async Task<string> WriteAsync(string name, string script)
    {
        string path = Path.Combine(folder, $"{name}.lua");
        await File.WriteAllTextAsync(path, script);
        return path;
    }
}
