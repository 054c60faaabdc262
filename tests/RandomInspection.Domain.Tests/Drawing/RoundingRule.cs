using System.Numerics;

namespace RandomInspection.Tests.Drawing;

/// <summary>§5 word for word over the whole tree, with the choices left to the caller.</summary>
/// <param name="inOrder">The order of a node's children by their paths.</param>
/// <param name="wins">Whether the first of two wins: the text that is hashed, the modulus, and the first number that does not.</param>
internal sealed class RoundingRule(Func<string, BigInteger> inOrder, Func<string, BigInteger, BigInteger, bool> wins)
{
    private static readonly BigInteger Nano = BigInteger.Pow(10, 9);

    private sealed class Cell(BigInteger expected)
    {
        public BigInteger Size { get; set; } = expected / Nano;

        public BigInteger Rest { get; set; } = expected % Nano;
    }

    private sealed class Node
    {
        public SortedDictionary<string, Node> Children { get; } = new(StringComparer.Ordinal);

        public Cell? Cell { get; set; }
    }

    private int _meetings;

    /// <summary>The sizes of cells, given as stratum, class and expected nanos.</summary>
    public long[] Round(IReadOnlyList<(string Stratum, string Class, BigInteger Expected)> cells)
    {
        Node root = new();
        List<Cell> leaves = [];
        foreach ((string stratum, string @class, BigInteger expected) in cells)
        {
            Node node = root;
            string path = "";
            foreach (string label in stratum.Split('/'))
            {
                path += label + "/";
                node = Child(node, path);
            }

            node = Child(node, path + "\t");
            Child(node, path + "\t" + @class).Cell = new Cell(expected);
            leaves.Add(node.Children[path + "\t" + @class].Cell!);
        }

        if (Walk(root) is { } last && wins(":round end", Nano, last.Rest))
        {
            last.Size++;
        }

        return [.. leaves.Select(c => (long)c.Size)];
    }

    private static Node Child(Node node, string path) =>
        node.Children.TryGetValue(path, out Node? child) ? child : node.Children[path] = new Node();

    private Cell? Walk(Node node)
    {
        if (node.Cell is { } leaf)
        {
            return leaf.Rest > 0 ? leaf : null;
        }

        Cell? carried = null;
        foreach ((string _, Node child) in node.Children.OrderBy(c => inOrder(c.Key)))
        {
            Cell? b = Walk(child);
            carried = carried is null ? b : b is null ? carried : Meet(carried, b);
        }

        return carried;
    }

    private Cell? Meet(Cell a, Cell b)
    {
        string text = $":round {_meetings++}";
        BigInteger sum = a.Rest + b.Rest;
        if (sum <= Nano)
        {
            (Cell winner, Cell loser) = wins(text, sum, a.Rest) ? (a, b) : (b, a);
            (loser.Rest, winner.Rest) = (0, sum);
            if (sum == Nano)
            {
                winner.Size++;
                winner.Rest = 0;
            }

            return winner.Rest > 0 ? winner : null;
        }

        (Cell gains, Cell other) = wins(text, (2 * Nano) - sum, Nano - b.Rest) ? (a, b) : (b, a);
        gains.Size++;
        (gains.Rest, other.Rest) = (0, sum - Nano);
        return other;
    }
}
