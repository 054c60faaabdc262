namespace RandomInspection.Drawing;

/// <summary>Rounds expected counts to sizes, unbiasedly, by a pivotal method run up the tree of strata.</summary>
/// <remarks>
/// Every cell gets the floor or the ceiling of its expected count, with that count as its mean; so does every prefix of the
/// stratum path. Source: random-inspection-draw/1 §5; Deville and Tillé 1998, doi:10.1093/biomet/85.1.89, run up a tree.
/// </remarks>
internal static class PivotalRounding
{
    private const long Nano = CellExpectation.NanosPerUnit;

    public static long[] Round(IReadOnlyList<CellExpectation> cells, SeededHash random)
    {
        long[] sizes = new long[cells.Count];
        long[] rests = new long[cells.Count];

        // Only open cells meet, so only they are hung into the tree: the meetings and their order are those of the whole tree.
        Node root = new("");
        for (int i = 0; i < cells.Count; i++)
        {
            (sizes[i], rests[i]) = Math.DivRem(cells[i].ExpectedNano, Nano);
            if (rests[i] > 0)
            {
                Node node = root;
                foreach (string label in cells[i].Count.Cell.Stratum.Labels)
                {
                    node = node.Child(node.Path + label + "/");
                }

                Node stratum = node.Child(node.Path + "\t");
                stratum.Child(stratum.Path + cells[i].Count.Cell.Class).OpenCell = i;
            }
        }

        long meetings = 0;
        if (Walk(root) is { } last && random.Modulo(":round end", Nano) < rests[last])
        {
            sizes[last]++;
        }

        return sizes;

        int? Walk(Node node)
        {
            int? carried = node.OpenCell;
            foreach (Node child in node.InOrder(random))
            {
                int? handedUp = Walk(child);
                carried = carried is { } a && handedUp is { } b ? Meet(a, b) : carried ?? handedUp;
            }

            return carried;
        }

        int? Meet(int a, int b)
        {
            string u = $":round {meetings++}";
            long sum = rests[a] + rests[b];
            if (sum <= Nano)
            {
                (int winner, int loser) = random.Modulo(u, sum) < rests[a] ? (a, b) : (b, a);
                rests[loser] = 0;
                rests[winner] = sum;
                if (sum < Nano)
                {
                    return winner;
                }

                sizes[winner]++;
                rests[winner] = 0;
                return null;
            }
            else
            {
                (int winner, int other) = random.Modulo(u, (2 * Nano) - sum) < Nano - rests[b] ? (a, b) : (b, a);
                sizes[winner]++;
                rests[winner] = 0;
                rests[other] = sum - Nano;
                return other;
            }
        }
    }

    private sealed class Node(string path)
    {
        private readonly Dictionary<string, Node> _children = new(StringComparer.Ordinal);

        public string Path { get; } = path;

        public int? OpenCell { get; set; }

        public Node Child(string path)
        {
            if (!_children.TryGetValue(path, out Node? child))
            {
                _children.Add(path, child = new Node(path));
            }

            return child;
        }

        public IEnumerable<Node> InOrder(SeededHash random) =>
            _children.Values
                .Select(child => (Order: new Ticket(random.Digest(":order " + child.Path)), child))
                .OrderBy(c => c.Order)
                .Select(c => c.child);
    }
}
