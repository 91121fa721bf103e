package org.waymark.project.portfolio;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * A portfolio file as it was read: texts with their lines, nothing understood yet. The file is only composed, never
 * turned into objects; collections may not be used twice, so a small file stays small.
 *
 * @param text the whole file, null if its bytes are no text
 * @param findings what could not be read; the entries then may be incomplete
 */
public record Reading(String text, List<Entry> entries, List<Finding> findings) {

    public static final int MOST_PROJECTS = 500;
    public static final int MOST_MEGABYTES = 4;
    private static final int DEEPEST = 10;
    private static final int MOST_FIELDS = 2000;

    public static Reading of(byte[] file) {
        if (file.length > MOST_MEGABYTES << 20) {
            return unreadable(null, Finding.ofFile(0, "file.large", MOST_MEGABYTES, MOST_PROJECTS));
        }
        Encoding.Decoded decoded = Encoding.of(file);
        return decoded.text() == null ? unreadable(null, decoded.wrong()) : of(decoded.text());
    }

    public static Reading of(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(DEEPEST);
        limits.setCodePointLimit(MOST_MEGABYTES << 20);
        limits.setTagInspector(tag -> true); // nothing is made of them; each is found below and named
        try {
            Node root = new Yaml(limits).compose(new StringReader(text));
            return root == null
                    ? unreadable(text, Finding.ofFile(0, "file.empty"))
                    : new Walk(new ArrayList<>(), new ArrayList<>()).read(text, root);
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            return unreadable(text, Finding.ofFile(mark == null ? 0 : mark.getLine() + 1, "file.yaml"));
        } catch (ReaderException e) {
            return unreadable(text, Finding.ofFile(0, "file.binary"));
        } catch (YAMLException e) {
            return unreadable(text, Finding.ofFile(0, "file.deep"));
        }
    }

    private static Reading unreadable(String text, Finding finding) {
        return new Reading(text, List.of(), List.of(finding));
    }

    private record Walk(List<Entry> entries, List<Finding> findings) {

        Reading read(String text, Node root) {
            SequenceNode projects = projects(root);
            if (projects == null) {
                return unreadable(text, Finding.ofFile(line(root), "file.root"));
            }
            int count = projects.getValue().size();
            if (count > MOST_PROJECTS) {
                return unreadable(text, Finding.ofFile(0, "file.many", count, MOST_PROJECTS));
            }
            if (count == 0) {
                return unreadable(text, Finding.ofFile(line(projects), "file.none"));
            }
            projects.getValue().forEach(this::entry);
            return new Reading(text, List.copyOf(entries), List.copyOf(findings));
        }

        private static SequenceNode projects(Node root) {
            return root instanceof MappingNode map
                            && map.getValue().size() == 1
                            && map.getValue().get(0).getKeyNode() instanceof ScalarNode key
                            && key.getValue().equals("projects")
                            && map.getValue().get(0).getValueNode() instanceof SequenceNode list
                    ? list
                    : null;
        }

        private void entry(Node node) {
            if (!(node instanceof MappingNode)) {
                findings.add(Finding.ofFile(line(node), "file.entry"));
                return;
            }
            Map<String, Entry.Cell> cells = new LinkedHashMap<>();
            List<Finding> wrong = new ArrayList<>();
            flatten("", node, cells, wrong);
            if (cells.size() > MOST_FIELDS || wrong.size() > MOST_FIELDS) {
                findings.add(Finding.ofFile(line(node), "file.entryLarge", MOST_FIELDS));
                return;
            }
            Entry.Cell code = cells.get("code");
            // only here the project's code is known
            wrong.forEach(one -> findings.add(
                    new Finding(one.line(), code == null ? null : code.text(), one.field(), one.key(), one.figures())));
            entries.add(new Entry(line(node), cells));
        }

        private void flatten(String path, Node node, Map<String, Entry.Cell> cells, List<Finding> wrong) {
            if (!Tag.standardTags.contains(node.getTag())) {
                wrong.add(Finding.of(
                        line(node), null, path, "field.tag", node.getTag().getValue()));
            } else if (node instanceof MappingNode map) {
                Map<String, Integer> seen = new HashMap<>();
                map.getValue().forEach(pair -> member(path, pair, seen, cells, wrong));
            } else if (node instanceof SequenceNode list) {
                for (int i = 0; i < list.getValue().size(); i++) {
                    flatten(inner(path, String.valueOf(i + 1)), list.getValue().get(i), cells, wrong);
                }
            } else if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
                String value = scalar.getValue();
                // what is repeated by aliases is not copied: it is too long for any field anyway
                cells.put(path, new Entry.Cell(value.length() > MOST_FIELDS ? value : value.strip(), line(node)));
            }
        }

        private void member(
                String path,
                NodeTuple pair,
                Map<String, Integer> seen,
                Map<String, Entry.Cell> cells,
                List<Finding> wrong) {
            int line = line(pair.getKeyNode());
            // a dot in a key would make it look like two
            if (!(pair.getKeyNode() instanceof ScalarNode key) || key.getValue().contains(".")) {
                wrong.add(Finding.of(line, null, path.isEmpty() ? null : path, "field.key"));
                return;
            }
            String inner = inner(path, key.getValue());
            if (!Tag.standardTags.contains(key.getTag())) {
                wrong.add(
                        Finding.of(line, null, inner, "field.tag", key.getTag().getValue()));
            }
            Integer before = seen.putIfAbsent(inner, line);
            if (before == null) {
                flatten(inner, pair.getValueNode(), cells, wrong);
            } else {
                wrong.add(Finding.of(line, null, inner, "field.twice", before));
            }
        }

        private static String inner(String path, String key) {
            return path.isEmpty() ? key : path + "." + key;
        }

        private static int line(Node node) {
            return node.getStartMark().getLine() + 1;
        }
    }
}
