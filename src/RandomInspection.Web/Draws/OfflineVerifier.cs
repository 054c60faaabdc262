using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace RandomInspection.Web.Draws;

/// <summary>离线核验文件：the verifier in JavaScript as one HTML file that works from disk, without a network.</summary>
/// <remarks>
/// Made from the very modules that the pages load: each becomes a function with its own names, so that nothing can
/// collide, in the order in which they need each other. A module <c>NAME.offline.mjs</c> stands in for <c>NAME.mjs</c>.
/// The one script serves page and worker; its policy names it and the style by their hashes and allows nothing else.
/// </remarks>
internal static partial class OfflineVerifier
{
    /// <summary>What the file is called when it is saved.</summary>
    public const string FileName = "verify-offline.html";

    private const string Page = "offline.mjs";
    private const string Worker = "worker.mjs";
    private const string Folder = "verify/";

    private static readonly Lazy<byte[]> Made = new(static () => Encoding.UTF8.GetBytes(Make(Resources())));

    /// <summary>The file's bytes: UTF-8 without BOM, the same on every machine.</summary>
    public static byte[] File => Made.Value;

    /// <summary>Makes the file from its sources by name: modules and style sheets.</summary>
    /// <exception cref="InvalidOperationException">A module is missing, needs itself, or is written as this generator does not read it.</exception>
    internal static string Make(IReadOnlyDictionary<string, string> sources)
    {
        string script = Script(sources);
        string style = "\n" + sources["offline.css"] + sources["verify.css"];
        if (script.Contains("</", StringComparison.Ordinal) || script.Contains("<!--", StringComparison.Ordinal) || style.Contains('<', StringComparison.Ordinal))
        {
            throw new InvalidOperationException("A source would end its element in HTML.");
        }

        return $"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '{Hash(script)}'; style-src '{Hash(style)}'; worker-src blob:; base-uri 'none'; form-action 'none'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>离线核验抽取 · Verify a draw offline</title>
            <style>{style}</style>
            </head>
            <body>
            <main>
            <noscript><p>未启用脚本：请改用 ri verify 或 verify.py 核验。</p><p lang="en">Scripts are off: verify with ri verify or verify.py.</p></noscript>
            </main>
            <script type="module">{script}</script>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }

    private static string Script(IReadOnlyDictionary<string, string> sources)
    {
        List<Module> ofWorker = [];
        Collect(Worker, sources, ofWorker, []);
        List<Module> all = [.. ofWorker];
        Collect(Page, sources, all, []);

        StringBuilder script = new("\n'use strict';\n"); // as a worker it is no module
        script.AppendJoin('\n', ofWorker.SkipLast(1).Select(module => module.Text));
        script.Append("\nif (globalThis.document === undefined) {\n").Append(ofWorker[^1].Text).Append("} else {\n");
        script.AppendJoin('\n', all.Skip(ofWorker.Count).Select(module => module.Text));
        return script.Append("}\n").ToString();
    }

    /// <summary>Adds a module after all that it needs.</summary>
    private static void Collect(string name, IReadOnlyDictionary<string, string> sources, List<Module> modules, HashSet<string> above)
    {
        if (modules.Exists(module => module.Name == name))
        {
            return;
        }

        if (!above.Add(name))
        {
            throw new InvalidOperationException($"The module {name} needs itself.");
        }

        string text = sources.GetValueOrDefault(name.Replace(".mjs", ".offline.mjs", StringComparison.Ordinal)) ?? sources.GetValueOrDefault(name)
            ?? throw new InvalidOperationException($"There is no module {name}.");
        foreach (Match needed in Needed().Matches(text))
        {
            Collect(needed.Groups["file"].Value, sources, modules, above);
        }

        above.Remove(name);
        modules.Add(new Module(name, AsFunction(name, text)));
    }

    /// <summary>A module as a function that is called at once; what it exports is what it returns.</summary>
    private static string AsFunction(string name, string text)
    {
        List<string> exports = [];
        text = Imported().Replace(text, import => $"const {{{import.Groups["names"].Value.Replace(" as ", ": ", StringComparison.Ordinal)}}} = {Variable(import.Groups["file"].Value)};");
        text = ImportedLater().Replace(text, import => $"Promise.resolve({Variable(import.Groups["file"].Value)})");
        text = Exported().Replace(text, export =>
        {
            exports.Add(export.Groups["name"].Value);
            return export.Value["export ".Length..];
        });
        if (Unread().Match(text) is { Success: true } unread)
        {
            throw new InvalidOperationException($"The module {name} is written as the generator does not read it: {unread.Value}");
        }

        return $"const {Variable(name)} = (() => {{\n{text}return {{ {string.Join(", ", exports)} }};\n}})();\n";
    }

    private static string Variable(string file) => "$" + file[..^".mjs".Length].Replace('-', '_');

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static Dictionary<string, string> Resources()
    {
        Assembly assembly = typeof(OfflineVerifier).Assembly;
        Dictionary<string, string> sources = new(StringComparer.Ordinal);
        foreach (string resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(resource)!);
            sources.Add(resource[Folder.Length..], reader.ReadToEnd().ReplaceLineEndings("\n"));
        }

        return sources;
    }

    [GeneratedRegex(@"(?:from |import\()'\./(?<file>[a-z0-9-]+\.mjs)'", RegexOptions.ExplicitCapture)]
    private static partial Regex Needed();

    [GeneratedRegex(@"^import \{(?<names>[^}]*)\} from '\./(?<file>[a-z0-9-]+\.mjs)';", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Imported();

    [GeneratedRegex(@"\bimport\('\./(?<file>[a-z0-9-]+\.mjs)'\)", RegexOptions.ExplicitCapture)]
    private static partial Regex ImportedLater();

    [GeneratedRegex(@"^export (const|class|function|async function) (?<name>[A-Za-z0-9_]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Exported();

    [GeneratedRegex(@"^(import|export)\b.*|\bimport\.meta\b|\bimport\(|^await\b.*", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Unread();

    private sealed record Module(string Name, string Text);
}
