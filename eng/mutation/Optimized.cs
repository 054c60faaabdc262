namespace RandomInspection.Mutation;

/// <summary>The tool compiles what it has changed as for a debugger, which no build of ours is: here the runtime is allowed to optimise it, before it is loaded.</summary>
internal static class Optimized
{
    /// <summary>In the heap of blobs: <c>DebuggableAttribute(Default | DisableOptimizations | EnableEditAndContinue | IgnoreSymbolStoreSequencePoints)</c>.</summary>
    private static ReadOnlySpan<byte> Hindered => [8, 1, 0, 0x07, 0x01, 0, 0, 0, 0];

    /// <summary><c>DebuggableAttribute(IgnoreSymbolStoreSequencePoints)</c>, as an optimised build has it.</summary>
    private static ReadOnlySpan<byte> Unhindered => [8, 1, 0, 0x02, 0x00, 0, 0, 0, 0];

    /// <summary>Rewrites the assemblies beside the tests that are hindered.</summary>
    internal static void Free(IEnumerable<string> assemblies)
    {
        foreach (string path in assemblies)
        {
            byte[] bytes = File.ReadAllBytes(path);
            int at = bytes.AsSpan().IndexOf(Hindered);
            if (at >= 0)
            {
                Unhindered.CopyTo(bytes.AsSpan(at));
                string whole = $"{path}.{Environment.ProcessId}"; // a process beside this one may be reading it
                File.WriteAllBytes(whole, bytes);
                File.Move(whole, path, overwrite: true);
            }
        }
    }
}
