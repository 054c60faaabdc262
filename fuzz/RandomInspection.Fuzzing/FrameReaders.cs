using RandomInspection.Drawing;
using RandomInspection.Drawing.Scale;
using RandomInspection.Frames;

namespace RandomInspection.Fuzzing;

/// <summary>A canonical frame file has two readers, one that holds it and one that streams: they read or refuse the same.</summary>
internal static class FrameReaders
{
    private static readonly FrameKey Key = FrameKey.Parse(new string('5', 64));
    private static readonly DrawEngine Plain = new();
    private static readonly StreamedDraw Streamed = new();
    private static readonly string Path = System.IO.Path.Combine(Folder(), $"fuzzing-{Environment.ProcessId}.tsv");

    public static void Read(byte[] bytes)
    {
        Frame? frame = null;
        Refusal? refused = null;
        try
        {
            frame = FrameFile.Read(bytes);
        }
        catch (InputRefusedException e)
        {
            refused = e.Refusal;
        }

        File.WriteAllBytes(Path, bytes);
        try
        {
            using CanonicalFrameSource source = new(Path);
            FrameCensus census = Streamed.Count(source, Key, "sha-256");
            if (frame is null || Plain.Root(frame, Key, "sha-256") != census.Root)
            {
                throw new FaultException($"Streamed, it is a frame of {census.Root}; held, it is {refused?.ToString() ?? "another"}.");
            }

            Readers.Equal(bytes, FrameFile.Write(frame));
        }
        catch (InputRefusedException e) when (frame is null)
        {
            if (!e.Refusal.Equals(refused))
            {
                throw new FaultException($"Held, it is refused by {refused}; streamed, by {e.Refusal}.");
            }
        }
        finally
        {
            File.Delete(Path);
        }

        if (refused is not null)
        {
            throw new InputRefusedException(refused);
        }
    }

    // In memory where the system has a folder there.
    private static string Folder() => Directory.Exists("/dev/shm") ? "/dev/shm" : System.IO.Path.GetTempPath();
}
