using System.Text;
using RandomInspection.Drawing;

namespace RandomInspection.Tests;

/// <summary>Frames whose ids count up.</summary>
internal static class Lines
{
    private static readonly string[] Strata = ["沈河区/H", "和平区/F/餐饮", "𠮷", "a"];

    public static string Of(int i) => $"U{i:D7}\t{Strata[i * 7 % 4]}\t{"ABCD"[i * 3 % 4]}\t{(i % 5 == 0 ? "resting" : "drawable")}";

    public static string[] First(int count) => [.. Enumerable.Range(0, count).Select(Of)];

    public static byte[] File(IEnumerable<string> lines) => Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));

    public static byte[] File(int count) => File(First(count));

    public static Frame Frame(int count) => FrameFile.Read(File(count));
}
