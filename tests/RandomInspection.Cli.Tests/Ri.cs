using System.Text;
using RandomInspection.Cli;

namespace RandomInspection.Tests;

/// <summary>What one run of <c>ri</c> gave.</summary>
internal sealed record RiRun(int Code, string Output, string Error)
{
    /// <summary>The value behind a word at the beginning of a line of the output.</summary>
    public string this[string word] => Output.Split('\n').Single(line => line.StartsWith(word + " ", StringComparison.Ordinal))[(word.Length + 1)..];

    public RiRun Done()
    {
        Assert.True(Code == 0, $"{Code}: {Error}");
        return this;
    }

    /// <summary>Refused as bad input: code, reason and remedy on standard error, nothing on standard output.</summary>
    public RiRun Refused(string code, params string[] values) => RefusedLike($"{code}: ", values);

    /// <summary>As <see cref="Refused"/>, with the beginning of a code.</summary>
    public RiRun RefusedLike(string code, params string[] values)
    {
        Assert.True(Code == 2, $"{Code}: {Output} {Error}");
        Assert.Equal("", Output);
        Assert.Contains(code, Error, StringComparison.Ordinal);
        Assert.Contains("\n  ", Error, StringComparison.Ordinal);
        Assert.All(values, value => Assert.Contains(value, Error, StringComparison.Ordinal));
        return this;
    }
}

/// <summary>Runs <c>ri</c> in this process, in a folder of its own.</summary>
internal sealed class Ri : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("ri-").FullName;

    /// <summary>Runs a command line in English.</summary>
    public static RiRun Run(params string[] args) => RunWith(name => name == "RI_LANG" ? "en" : null, args);

    public static RiRun RunWith(Func<string, string?> variable, params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = RiProgram.Run(args, output, error, variable);
        return new RiRun(code, output.ToString(), error.ToString());
    }

    /// <summary>The path of a file in the folder.</summary>
    public string this[string name] => Path.Combine(Folder, name);

    /// <summary>Writes a file in the folder.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return this[name];
    }

    /// <summary>The names of the files in the folder, hidden ones too.</summary>
    public IEnumerable<string> Files => Directory.EnumerateFileSystemEntries(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
