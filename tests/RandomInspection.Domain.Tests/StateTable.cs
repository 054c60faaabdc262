namespace RandomInspection.Tests;

/// <summary>A table of what each command does in each state: states across, commands down, in a cell the state that it leads to or the code of the refusal.</summary>
internal static class StateTable
{
    /// <summary>The cells: state, command, what is due. No command is forgotten.</summary>
    public static TheoryData<string, string, string> Cells(string table, IEnumerable<string> commands, IEnumerable<string>? all = null)
    {
        (string[] states, string[][] rows) = Read(table, commands);
        Assert.Equal(all ?? states, states);
        return new(rows.SelectMany(row => states.Zip(row[1..], (state, due) => (state, row[0], due))));
    }

    /// <summary>The same over an enumeration, whose states are all there but those where nobody can be.</summary>
    public static TheoryData<TState, string, string> Cells<TState>(string table, IEnumerable<string> commands, params ReadOnlySpan<TState> never)
        where TState : struct, Enum
    {
        (string[] states, string[][] rows) = Read(table, commands);
        Assert.Equal(Enum.GetValues<TState>().Except(never.ToArray()).Select(state => state.ToString()), states);
        return new(rows.SelectMany(row => states.Zip(row[1..], (state, due) => (Enum.Parse<TState>(state), row[0], due))));
    }

    private static (string[] States, string[][] Rows) Read(string table, IEnumerable<string> commands)
    {
        string[][] lines = [.. table.Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries))];
        Assert.Equal(commands, lines[1..].Select(line => line[0]));
        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
        return (lines[0][1..], lines[1..]);
    }
}
