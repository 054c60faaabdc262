using System.Text;

namespace RandomInspection.Tests;

/// <summary>RFC 4180 read one character at a time, with nothing in mind but to be plainly right: the oracle of the fast reader.</summary>
internal static class SlowReader
{
    /// <summary>The rows that are neither blank nor have text after a closing quote; lines count from 2, below a header.</summary>
    public static List<(long Line, string Fields)> Read(string text, out bool openQuote)
    {
        List<(long, string)> rows = [];
        List<string> fields = [];
        StringBuilder field = new();
        (long line, long start) = (2, 2);
        (bool faulty, bool anything, openQuote) = (false, false, false);
        int i = 0;
        while (i < text.Length)
        {
            if (field.Length == 0 && text[i] == '"' && (i == 0 || text[i - 1] is ',' or '\n' or '\r'))
            {
                anything = true;
                i++;
                openQuote = true;
                while (i < text.Length)
                {
                    if (text[i] == '"' && i + 1 < text.Length && text[i + 1] == '"')
                    {
                        field.Append('"');
                        i += 2;
                    }
                    else if (text[i] == '"')
                    {
                        openQuote = false;
                        i++;
                        break;
                    }
                    else
                    {
                        line += text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')) ? 1 : 0;
                        field.Append(text[i++]);
                    }
                }

                faulty |= !openQuote && i < text.Length && text[i] is not (',' or '\r' or '\n');
                while (i < text.Length && text[i] is not (',' or '\r' or '\n'))
                {
                    field.Append(text[i++]);
                }
            }
            else if (text[i] == ',')
            {
                fields.Add(field.ToString());
                field.Clear();
                i++;
            }
            else if (text[i] is '\r' or '\n')
            {
                i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 2 : 1;
                EndRow();
                line++;
                start = line;
            }
            else
            {
                anything = true;
                field.Append(text[i++]);
            }
        }

        EndRow();
        return rows;

        void EndRow()
        {
            fields.Add(field.ToString());
            if (anything && !faulty)
            {
                rows.Add((start, string.Join('\u241F', fields)));
            }

            fields.Clear();
            field.Clear();
            (anything, faulty) = (false, false);
        }
    }
}
